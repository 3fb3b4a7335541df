import type { ReactNode } from 'react'
import { Link } from '../../ui/link.tsx'

/** From anywhere to the pass that would open something. */
export const GetPass = ({ handle, tierId, children }: { handle: string; tierId: number; children: ReactNode }) => (
  <Link to="/@{$handle}/$tab" params={{ handle, tab: 'passes' }} hash={`tier-${tierId}`} className="btn">
    {children}
  </Link>
)
