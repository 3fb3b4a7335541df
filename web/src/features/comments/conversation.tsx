import type { CommentView } from '@corefans/shared/contracts/comments.ts'
import { useState } from 'react'
import { plural } from '../../lib/format.ts'
import { CommentItem } from './comment-item.tsx'
import { comments } from './comments.ts'
import { Composer } from './composer.tsx'
import { OutgoingItems } from './outgoing-items.tsx'
import { Replies } from './replies.tsx'

type Props = { comment: CommentView; mayWrite: boolean; mayPin: boolean; isPinned?: boolean; startsOpen?: boolean }

/** A comment with the replies to it. */
export function Conversation({ comment: base, mayWrite, mayPin, isPinned = false, startsOpen = false }: Props) {
  const { comment, gone } = comments.use(base.id, { comment: base, gone: false })
  const [isOpen, open] = useState(startsOpen)
  const [answering, answer] = useState<string | null>(null)
  if (gone) return null
  const { id, postId, counts, deleted } = comment
  const onReply = mayWrite && !deleted ? (handle: string) => answer(handle) : undefined
  return (
    <div className="comment-conversation">
      <CommentItem comment={comment} onReply={onReply} isPinned={isPinned} mayPin={mayPin} />
      <div className="comment-replies">
        {counts.replies > 0 && <Fold isOpen={isOpen} replies={counts.replies} onFold={() => open(!isOpen)} />}
        {isOpen && <Replies postId={postId} parentId={id} replies={counts.replies} onReply={onReply} />}
        <OutgoingItems postId={postId} parentId={id} onTakenBack={() => answer('')} />
        {answering !== null && <Answer comment={comment} to={answering} onSent={() => open(true)} onClose={() => answer(null)} />}
      </div>
    </div>
  )
}

const Fold = ({ isOpen, replies, onFold }: { isOpen: boolean; replies: number; onFold: () => void }) => (
  <button type="button" className="link comment-fold" aria-expanded={isOpen} onClick={onFold}>
    {isOpen ? 'Hide' : 'Show'} {plural(replies, 'reply', 'replies')}
  </button>
)

/** Answers the comment, or by name somebody who answered it. */
function Answer({ comment, to, onSent, onClose }: { comment: CommentView; to: string; onSent: () => void; onClose: () => void }) {
  const begin = to !== '' && to !== comment.author?.handle ? `@${to} ` : ''
  const sent = () => {
    onClose()
    onSent()
  }
  const parts = { postId: comment.postId, parentId: comment.id, label: 'Write a reply', begin }
  return <Composer key={to} {...parts} focused onSent={sent} onClose={onClose} />
}
