import type { PostView } from '@corefans/shared/contracts/posts.ts'
import { Suspense, useState } from 'react'
import { Icon } from '../../ui/icon.tsx'
import { part } from '../../ui/part.tsx'

const PostActions = part(() => import('./post-actions.tsx'), 'PostActions')

/** Most posts are read and never asked for more: the menu loads when its button is first pressed. */
export function PostMenu({ post }: { post: PostView }) {
  const [isWanted, want] = useState(false)
  const label = `More about this post by ${post.author.name}`
  const closed = (
    <button
      type="button"
      className="icb post-more"
      aria-label={label}
      aria-haspopup="menu"
      aria-expanded="false"
      onClick={() => want(true)}
    >
      <Icon name="dots" />
    </button>
  )
  if (!isWanted) return closed
  return (
    <Suspense fallback={closed}>
      <PostActions post={post} label={label} />
    </Suspense>
  )
}
