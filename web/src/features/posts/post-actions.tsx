import type { PostView } from '@corefans/shared/contracts/posts.ts'
import { Suspense, useState } from 'react'
import { Icon } from '../../ui/icon.tsx'
import { Menu } from '../../ui/menu.tsx'
import { part } from '../../ui/part.tsx'
import { copyPostLink } from './share.ts'

const AuthorAction = part(() => import('./author-actions.tsx'), 'AuthorAction')

/** The menu of a post, open as soon as it is there. */
export function PostActions({ post, label }: { post: PostView; label: string }) {
  const [open, setOpen] = useState<'edit' | 'delete' | null>(null)
  return (
    <>
      <Menu label={label} button={<Icon name="dots" />} className="icb post-more" opensAtOnce>
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
      {open && (
        <Suspense>
          <AuthorAction post={post} action={open} onClose={() => setOpen(null)} />
        </Suspense>
      )}
    </>
  )
}
