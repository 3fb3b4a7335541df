import type { PostView } from '@corefans/shared/contracts/posts.ts'
import { Suspense, useRef } from 'react'
import { useTopic } from '../../lib/topics.ts'
import { Icon } from '../../ui/icon.tsx'
import { Link } from '../../ui/link.tsx'
import { Name } from '../../ui/name.tsx'
import { part } from '../../ui/part.tsx'
import { Time } from '../../ui/time.tsx'
import { CommentButton } from '../comments/index.ts'
import { AiMark } from '../people/index.ts'
import { PollCard } from '../polls/index.ts'
import { LiveAvatar } from '../presence/index.ts'
import { LikeButton } from '../reactions/index.ts'
import { TipPostButton } from '../tips/index.ts'
import { AudienceLabel } from './audience.tsx'
import { LockedMedia } from './locked-media.tsx'
import { PostMedia } from './post-media.tsx'
import { PostMenu } from './post-menu.tsx'
import { PostText } from './post-text.tsx'
import { posts } from './posts.ts'
import { sharePost } from './share.ts'

const DeletedPost = part(() => import('./deleted-post.tsx'), 'DeletedPost')

type Props = { post: PostView; whole?: boolean; eager?: boolean }

/** One post, the same everywhere: text, images, poll, locked, edited or deleted. */
export function PostCard({ post: base, whole = false, eager = false }: Props) {
  const { post, gone } = posts.use(base.id, { post: base, gone: false })
  useTopic(`post:${base.id}`)
  const opened = useOpened(post.locked)
  if (gone)
    return (
      <Suspense>
        <DeletedPost post={post} />
      </Suspense>
    )
  return (
    <article className="post" {...opened} aria-label={`Post by ${post.author.name}`}>
      <By post={post} />
      {post.text && <PostText text={post.text} whole={whole} />}
      {post.locked ? <LockedMedia post={post} /> : <PostMedia media={post.media} eager={eager} />}
      {post.poll && !post.locked && <PollCard poll={post.poll} question={post.text ?? ''} />}
      <div className="post-actions">
        <LikeButton postId={post.id} base={{ liked: post.viewer.liked, likes: post.counts.likes }} disabled={post.locked} />
        <CommentButton postId={post.id} comments={post.counts.comments} />
        <TipPostButton
          handle={post.author.handle}
          name={post.author.name}
          postId={post.id}
          isMine={post.viewer.isAuthor}
          tips={post.counts.tips}
        />
        <button type="button" className="act" aria-label="Share this post" onClick={() => void sharePost(post)}>
          <Icon name="share" />
        </button>
      </div>
    </article>
  )
}

/** What opened before somebody's eyes says so, and is where they go on reading. */
function useOpened(isLocked: boolean) {
  const wasLocked = useRef(isLocked)
  return wasLocked.current && !isLocked ? { 'data-opened': true, tabIndex: -1 } : {}
}

const By = ({ post }: { post: PostView }) => (
  <div className="post-by">
    <Link to="/@{$handle}" params={{ handle: post.author.handle }} tabIndex={-1} aria-hidden="true">
      <LiveAvatar person={post.author} />
    </Link>
    <div className="post-by-text">
      <Link to="/@{$handle}" params={{ handle: post.author.handle }} className="post-by-name">
        <b className="cut">
          <Name>{post.author.name}</Name>
        </b>
        {post.author.ai && <AiMark />}
      </Link>
      <small className="post-audience">
        <span className="cut">@{post.author.handle}</span>
        <span aria-hidden="true">·</span>
        <Link to="/post/$postId" params={{ postId: post.id }} className="post-by-time num">
          <Time iso={post.createdAt} />
        </Link>
        <span aria-hidden="true">·</span>
        <AudienceLabel audience={post.audience} />
        {post.editedAt && <span>· Edited</span>}
      </small>
    </div>
    <PostMenu post={post} />
  </div>
)
