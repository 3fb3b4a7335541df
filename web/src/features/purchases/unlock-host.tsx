import { lazy, Suspense } from 'react'
import { useStore } from '../../lib/store.ts'
import { unlocking } from './unlock.ts'

const UnlockDialog = lazy(() => import('./unlock-dialog.tsx').then((module) => ({ default: module.UnlockDialog })))

/** Shows the open unlock above any page; costs nothing until somebody pays. */
export function UnlockHost() {
  const open = useStore(unlocking)
  if (!open) return null
  return (
    <Suspense>
      <UnlockDialog key={open.postId} post={open} onClose={() => unlocking.set(null)} />
    </Suspense>
  )
}
