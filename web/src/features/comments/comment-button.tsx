import { count } from '../../lib/format.ts'
import { Icon } from '../../ui/icon.tsx'
import { Link } from '../../ui/link.tsx'
import { aboutToWrite, commentCounts } from './counts.ts'

/** Leads to the comments of a post, ready to write one; the number is how many there are. */
export function CommentButton({ postId, comments }: { postId: string; comments: number }) {
  const now = commentCounts.use(postId, comments)
  return (
    <Link
      to="/post/$postId"
      params={{ postId }}
      hash="comments"
      hashScrollIntoView={false}
      className="act"
      onClick={() => aboutToWrite.set(postId)}
    >
      <Icon name="chat" />
      <span className="num">{count(now)}</span>
      <span className="vh">{now === 1 ? ' comment' : ' comments'}</span>
    </Link>
  )
}
