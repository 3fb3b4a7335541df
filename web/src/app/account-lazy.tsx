import { Suspense } from 'react'
import type { Me } from '../lib/session.ts'
import { part } from '../ui/part.tsx'

const Chip = part(() => import('./account-chip.tsx'), 'AccountChip')
const Sheet = part(() => import('./account-sheet.tsx'), 'AccountSheet')

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
