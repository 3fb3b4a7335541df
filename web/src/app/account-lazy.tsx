import { lazy, Suspense } from 'react'
import type { Me } from '../lib/session.ts'

const Chip = lazy(() => import('./account-chip.tsx').then((module) => ({ default: module.AccountChip })))
const Sheet = lazy(() => import('./account-sheet.tsx').then((module) => ({ default: module.AccountSheet })))

// Visitors, who make most first visits, do not load them.
export const AccountChip = ({ me }: { me: Me }) => (
  <Suspense fallback={<span className="app-me app-me-wait" />}>
    <Chip me={me} />
  </Suspense>
)
export const AccountSheet = ({ me }: { me: Me }) => (
  <Suspense fallback={<span className="app-me app-me-wait" />}>
    <Sheet me={me} />
  </Suspense>
)
