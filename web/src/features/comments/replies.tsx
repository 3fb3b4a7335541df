import { useInfiniteQuery } from '@tanstack/react-query'
import { plural } from '../../lib/format.ts'
import { Pages } from '../../ui/pages.tsx'
import { CommentItem } from './comment-item.tsx'
import { replyPages } from './comments.ts'
import type { Place } from './place.ts'

type Props = Pick<Place, 'onReply'> & { postId: string; parentId: string; replies: number }

/** The replies to one comment, oldest first. What came since is shown when the reader asks, so nothing moves under the eyes. */
export function Replies({ postId, parentId, replies, onReply }: Props) {
  const list = useInfiniteQuery(replyPages(postId, parentId))
  const shown = list.data?.pages.flatMap((page) => page.items).length ?? 0
  const fresh = list.data && !list.hasNextPage ? replies - shown : 0
  return (
    <>
      <Pages list={list} keyOf={({ id }) => id} empty={null} rows={1} more="Show more replies">
        {(items) => items.map((comment) => <CommentItem key={comment.id} comment={comment} onReply={onReply} />)}
      </Pages>
      {fresh > 0 && !list.isFetching && (
        <button type="button" className="link comment-fold" onClick={() => void list.refetch()}>
          Show {plural(fresh, 'new reply', 'new replies')}
        </button>
      )}
    </>
  )
}
