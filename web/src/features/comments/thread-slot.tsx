import type { PostView } from '@corefans/shared/contracts/posts.ts'
import { lazy, Suspense } from 'react'
import { useHydrated } from '../../lib/hydrated.ts'
import { Loading } from '../../ui/skeletons.tsx'

const ThreadSection = lazy(() => import('./thread.tsx').then((module) => ({ default: module.ThreadSection })))

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
