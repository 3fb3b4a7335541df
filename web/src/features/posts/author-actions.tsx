import type { PostView } from '@corefans/shared/contracts/posts.ts'
import { Confirm } from '../../ui/confirm.tsx'
import { ComposerDialog } from './composer.tsx'
import { deletePost } from './delete-post.ts'

/** What an author opens from the menu of a post: the composer, or the question before it goes. */
export function AuthorAction({ post, action, onClose }: { post: PostView; action: 'edit' | 'delete'; onClose: () => void }) {
  if (action === 'edit') return <ComposerDialog editing={post} onClose={onClose} />
  return (
    <Confirm
      title="Delete this post?"
      text="It disappears for everyone. For ten seconds you can undo it."
      yes="Delete"
      onClose={onClose}
      onYes={() => {
        onClose()
        void deletePost(post.id)
      }}
    />
  )
}
