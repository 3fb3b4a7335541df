import type { PostView } from '@corefans/shared/contracts/posts.ts'
import { lazy, Suspense, useState } from 'react'
import { Icon } from '../../ui/icon.tsx'
import { Menu } from '../../ui/menu.tsx'
import { copyPostLink } from './share.ts'

const Confirm = lazy(() => import('../../ui/confirm.tsx').then((module) => ({ default: module.Confirm })))
const Composer = lazy(() => import('./composer.tsx').then((module) => ({ default: module.ComposerDialog })))

export function PostMenu({ post }: { post: PostView }) {
  const [open, setOpen] = useState<'edit' | 'delete' | null>(null)
  const close = () => setOpen(null)
  return (
    <>
      <Menu label={`More about this post by ${post.author.name}`} button={<Icon name="dots" />} className="icb more">
        <button type="button" role="menuitem" onClick={() => void copyPostLink(post)}>
          <Icon name="link" />
          Copy link
        </button>
        {post.viewer.isAuthor && (
          <>
            <button type="button" role="menuitem" onClick={() => setOpen('edit')}>
              <Icon name="edit" />
              Edit
            </button>
            <button type="button" role="menuitem" className="danger" onClick={() => setOpen('delete')}>
              <Icon name="trash" />
              Delete
            </button>
          </>
        )}
      </Menu>
      {open === 'edit' && (
        <Suspense>
          <Composer editing={post} onClose={close} />
        </Suspense>
      )}
      {open === 'delete' && (
        <Suspense>
          <Confirm
            title="Delete this post?"
            text="It disappears for everyone. For ten seconds you can undo it."
            yes="Delete"
            onClose={close}
            onYes={() => {
              close()
              void import('./delete-post.ts').then((module) => module.deletePost(post.id))
            }}
          />
        </Suspense>
      )}
    </>
  )
}
