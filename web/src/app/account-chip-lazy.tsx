import { lazy, Suspense } from 'react'
import type { Me } from '../lib/session.ts'

const Chip = lazy(() => import('./account-chip.tsx').then((module) => ({ default: module.AccountChip })))

/** Visitors, who make most first visits, do not load it. */
export const AccountChip = ({ me }: { me: Me }) => (
  <Suspense fallback={<span className="app-me app-me-wait" />}>
    <Chip me={me} />
  </Suspense>
)
