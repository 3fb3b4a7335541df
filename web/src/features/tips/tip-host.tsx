import { lazy, Suspense } from 'react'
import { useStore } from '../../lib/store.ts'
import { tipping } from './tipping.ts'

const TipDialog = lazy(() => import('./tip-dialog.tsx').then((module) => ({ default: module.TipDialog })))

/** Shows the open tip above any page. Stands once in the shell; costs nothing until somebody tips. */
export function TipHost() {
  const open = useStore(tipping)
  if (!open) return null
  return (
    <Suspense>
      <TipDialog key={`${open.handle} ${open.postId ?? ''}`} whom={open} onClose={() => tipping.set(null)} />
    </Suspense>
  )
}
