import type { TierView } from '@corefans/shared/contracts/passes.ts'
import { plural } from '../../lib/format.ts'
import { PassCard } from './pass-card.tsx'

/** One of my tiers as buyers see it, with what only its creator needs. */
export const StudioTier = ({ tier, onEdit }: { tier: TierView; onEdit: () => void }) => (
  <article className="studio-tier">
    <PassCard tier={{ ...tier, viewer: { holds: false, expiresAt: null } }} label={`Tier ${tier.tierId}`} />
    <p className="held-note">{notes(tier)}</p>
    <div className="studio-b">
      <button type="button" className="btn sec slim" onClick={onEdit}>
        Edit
      </button>
    </div>
  </article>
)

const notes = ({ minted, maxSupply, soulbound, renewable, durationS }: TierView): string =>
  [
    `${plural(minted, 'pass', 'passes')} sold`,
    maxSupply === null ? 'no limit' : `${maxSupply - minted} left`,
    soulbound ? 'bound to its holder' : 'may be given away',
    durationS === null ? '' : renewable ? 'can be renewed' : 'cannot be renewed',
  ]
    .filter(Boolean)
    .join(' · ')
