import type { ThreadView } from '@corefans/shared/contracts/comments.ts'
import type { PostView } from '@corefans/shared/contracts/posts.ts'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useLocation } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { count } from '../../lib/format.ts'
import { useStore } from '../../lib/store.ts'
import { useTopic } from '../../lib/topics.ts'
import { Failure } from '../../ui/empty-state.tsx'
import type { Growth } from '../../ui/growth.ts'
import { Pages } from '../../ui/pages.tsx'
import { Loading } from '../../ui/skeletons.tsx'
import { type CommentPage, commentPages, type Order, threadQuery } from './comments.ts'
import { Composer } from './composer.tsx'
import { Conversation } from './conversation.tsx'
import { aboutToWrite, commentCounts } from './counts.ts'
import { LinkedComment } from './linked-comment.tsx'
import { OutgoingItems } from './outgoing-items.tsx'
import { ThreadSettings } from './thread-settings.tsx'
import { WayIn } from './way-in.tsx'

/** What is said of a post: as open as the post itself. */
export function ThreadSection({ post }: { post: PostView }) {
  if (post.locked) return <p className="comment-note">The comments open with the post.</p>
  return <OpenThread post={post} />
}

function OpenThread({ post }: { post: PostView }) {
  useTopic(`comments:${post.id}`)
  const thread = useQuery(threadQuery(post.id))
  const [order, setOrder] = useState<Order>('newest')
  if (thread.error && !thread.data) return <Failure error={thread.error} onRetry={() => void thread.refetch()} />
  if (!thread.data) return <Loading rows={1} />
  return (
    <>
      <Head post={post} thread={thread.data} order={order} onOrder={setOrder} />
      <Write post={post} thread={thread.data} />
      <List key={order} post={post} thread={thread.data} order={order} />
    </>
  )
}

type Parts = { post: PostView; thread: ThreadView }

function Head({ post, thread, order, onOrder }: Parts & { order: Order; onOrder: (order: Order) => void }) {
  const comments = commentCounts.use(post.id, thread.comments)
  return (
    <div className="comment-head">
      <h2>
        Comments <span className="num">{count(comments)}</span>
      </h2>
      <fieldset className="comment-order">
        <legend className="vh">Order of the comments</legend>
        {(['newest', 'best'] as const).map((one) => (
          <label key={one}>
            <input type="radio" name="comment-order" checked={order === one} onChange={() => onOrder(one)} />
            {one === 'newest' ? 'Newest' : 'Best'}
          </label>
        ))}
      </fieldset>
      {thread.viewer.isOwner && <ThreadSettings postId={post.id} thread={thread} />}
    </div>
  )
}

/** The field to write in, or why there is none. Whoever came by a comment button finds it ready. */
function Write({ post, thread }: Parts) {
  const field = useRef<HTMLTextAreaElement>(null)
  const [nth, setNth] = useState(0)
  const isWanted = useStore(aboutToWrite) === post.id
  const { whyNot } = thread.viewer
  useEffect(() => {
    if (!isWanted) return
    aboutToWrite.set(null)
    field.current?.focus({ preventScroll: true })
    field.current?.scrollIntoView({ block: 'center' })
  }, [isWanted])
  const onTakenBack = () => {
    setNth(nth + 1)
    field.current?.focus()
  }
  return (
    <>
      {thread.locked && thread.viewer.isOwner && <p className="comment-note">You have closed the comments: only you can write.</p>}
      {whyNot ? (
        <WayIn post={post} why={whyNot} />
      ) : (
        <Composer key={nth} postId={post.id} parentId={null} label="Write a comment" field={field} />
      )}
      <OutgoingItems postId={post.id} parentId={null} onTakenBack={onTakenBack} />
    </>
  )
}

type Comment = CommentPage['items'][number]

function List({ post, thread, order }: Parts & { order: Order }) {
  const list = useInfiniteQuery(commentPages(post.id, order))
  const linked = useLinked()
  const { mayWrite, isOwner } = thread.viewer
  const top = useRef<HTMLDivElement>(null)
  const growth: Growth<Comment> = {
    query: commentPages(post.id, order),
    noun: 'comment',
    isNews: (event) => event.type === 'comments.added' && event.subjectId === post.id && (event.inThread?.begun ?? false),
    toTop: () => top.current?.scrollIntoView({ block: 'start' }),
  }
  const apart = new Set([thread.pinned?.id, linked])
  const parts = { mayWrite, mayPin: isOwner }
  return (
    <div ref={top} className="comment-list">
      {linked && <LinkedComment commentId={linked} postId={post.id} mayWrite={mayWrite} />}
      {thread.pinned && thread.pinned.id !== linked && <Conversation comment={thread.pinned} {...parts} isPinned />}
      <Pages
        list={list}
        keyOf={({ id }) => id}
        empty={<Empty thread={thread} />}
        rows={2}
        more="scroll"
        {...(order === 'newest' ? { growth } : {})}
      >
        {(items) =>
          items.filter(({ id }) => !apart.has(id)).map((comment) => <Conversation key={comment.id} comment={comment} {...parts} />)
        }
      </Pages>
    </div>
  )
}

const Empty = ({ thread }: { thread: ThreadView }) =>
  thread.pinned ? null : (
    <p className="comment-note">{thread.viewer.mayWrite ? 'No comments yet. Begin the conversation.' : 'No comments yet.'}</p>
  )

/** The comment that the address names. */
function useLinked(): string | null {
  const search = useLocation({ select: (location) => location.search as Record<string, unknown> })
  return typeof search['comment'] === 'string' ? search['comment'] : null
}
