import type { CommentView } from '@corefans/shared/contracts/comments.ts'
import { useState } from 'react'
import { plural } from '../../lib/format.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Link } from '../../ui/link.tsx'
import { LinkedText } from '../../ui/linked-text.tsx'
import { Name } from '../../ui/name.tsx'
import { Time } from '../../ui/time.tsx'
import { AiMark } from '../people/index.ts'
import { LikeButton } from '../reactions/index.ts'
import { CommentMenu } from './comment-menu.tsx'
import { comments } from './comments.ts'
import { EditComment } from './edit-comment.tsx'
import type { Place } from './place.ts'

/** One comment as its readers see it: words, edited, pinned, or the stub of what was deleted. */
export function CommentItem({ comment: base, ...place }: Place & { comment: CommentView }) {
  const { comment, gone } = comments.use(base.id, { comment: base, gone: false })
  const [isEditing, edit] = useState(false)
  if (gone) return null
  const { author, text } = comment
  if (comment.deleted || !author || text === undefined) return <p className="comment comment-stub">This comment was deleted</p>
  return (
    <article className="comment" id={`comment-${comment.id}`} aria-label={`Comment by ${author.name}`}>
      <Link to="/@{$handle}" params={{ handle: author.handle }} tabIndex={-1} aria-hidden="true">
        <Avatar person={author} size={36} />
      </Link>
      <div className="comment-body">
        {place.isPinned && (
          <small className="comment-pinned">
            <Icon name="pin" size="xs" />
            Pinned by the author of the post
          </small>
        )}
        <By comment={comment} author={author} />
        {isEditing ? <EditComment comment={comment} text={text} onClose={() => edit(false)} /> : <Words text={text} />}
        <div className="comment-actions">
          <LikeButton postId={comment.postId} commentId={comment.id} base={{ liked: comment.viewer.liked, likes: comment.counts.likes }} />
          {place.onReply && (
            <button
              type="button"
              className="comment-reply"
              aria-label={`Reply to ${author.name}`}
              onClick={() => place.onReply?.(author.handle)}
            >
              Reply
            </button>
          )}
          <CommentMenu comment={comment} name={author.name} onEdit={() => edit(true)} {...place} />
        </div>
      </div>
    </article>
  )
}

const By = ({ comment, author }: { comment: CommentView; author: NonNullable<CommentView['author']> }) => (
  <div className="comment-by">
    <Link to="/@{$handle}" params={{ handle: author.handle }} className="comment-name">
      <b className="cut">
        <Name>{author.name}</Name>
      </b>
    </Link>
    {author.ai && <AiMark />}
    {comment.byPublisher && <span className="comment-mark">Author</span>}
    {comment.badge && <Badge {...comment.badge} />}
    <small>
      <Link to="/post/$postId" params={{ postId: comment.postId }} search={{ comment: comment.id } as never} className="comment-time num">
        <Time iso={comment.createdAt} />
      </Link>
      {comment.editedAt && <span>· Edited</span>}
    </small>
  </div>
)

/** What the author holds of the creator, and for how long. */
const Badge = ({ tierName, months }: NonNullable<CommentView['badge']>) => (
  <span className="comment-badge">
    <Icon name="ticket" size="xs" />
    <span className="vh">Holds </span>
    <bdi className="cut">{tierName}</bdi>
    {months > 0 && (
      <span className="num">
        <span aria-hidden="true">· {months} mo</span>
        <span className="vh">, for {plural(months, 'month')}</span>
      </span>
    )}
  </span>
)

const isLong = (text: string): boolean => text.length > 600 || text.split('\n').length > 9

function Words({ text }: { text: string }) {
  const [open, setOpen] = useState(false)
  const cut = !open && isLong(text)
  return (
    <>
      <p className={cut ? 'comment-text comment-cut' : 'comment-text'} dir="auto">
        <LinkedText text={text} />
      </p>
      {cut && (
        <button type="button" className="link comment-more" onClick={() => setOpen(true)}>
          See more
        </button>
      )}
    </>
  )
}
