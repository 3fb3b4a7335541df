import { useQuery } from '@tanstack/react-query'
import { commentQuery } from './comments.ts'
import { Conversation } from './conversation.tsx'

type Props = { commentId: string; postId: string; mayWrite: boolean }

/** The comment that an address names, with its replies open; where it is a reply, what it answers. */
export function LinkedComment({ commentId, postId, mayWrite }: Props) {
  const named = useQuery(commentQuery(commentId))
  const parentId = named.data?.parentId ?? null
  const parent = useQuery({ ...commentQuery(parentId ?? ''), enabled: parentId !== null })
  const comment = parentId ? parent.data : named.data
  if (named.error) return <p className="comment-linked muted">The comment that you were looking for is gone.</p>
  if (!comment || comment.postId !== postId) return null
  return (
    <section className="comment-linked" aria-label="The comment of your link">
      <Conversation comment={comment} mayWrite={mayWrite} mayPin={false} startsOpen />
    </section>
  )
}
