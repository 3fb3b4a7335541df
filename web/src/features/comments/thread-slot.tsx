import type { PostView } from '@corefans/shared/contracts/posts.ts'
import { Suspense } from 'react'
import { useHydrated } from '../../lib/hydrated.ts'
import { part } from '../../ui/part.tsx'
import { Loading } from '../../ui/skeletons.tsx'

const ThreadSection = part(() => import('./thread.tsx'), 'ThreadSection')

/** The comments of a post, which come after the post itself. */
export function Thread({ post }: { post: PostView }) {
  const hydrated = useHydrated()
  return (
    <section id="comments" className="comment-thread" aria-label="Comments">
      {hydrated && (
        <Suspense fallback={<Loading rows={1} />}>
          <ThreadSection post={post} />
        </Suspense>
      )}
    </section>
  )
}
