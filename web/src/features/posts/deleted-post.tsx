import type { PostView } from '@corefans/shared/contracts/posts.ts'
import { useStore } from '../../lib/store.ts'
import { deletions, restorePost } from './delete-post.ts'

/** For ten seconds its author can undo; for anyone else nothing is left. */
export function DeletedPost({ post }: { post: PostView }) {
  const mayUndo = useStore(deletions).has(post.id)
  if (!mayUndo) return null
  return (
    <div className="post post-gone" role="status">
      <span>Post deleted</span>
      <button type="button" className="btn sec slim" onClick={() => void restorePost(post.id)}>
        Undo
      </button>
    </div>
  )
}
