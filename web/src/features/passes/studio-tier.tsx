import type { TierView } from '@corefans/shared/contracts/passes.ts'
import { plural, span } from '../../lib/format.ts'
import { isPayable } from './coin.ts'
import { PassCard } from './pass-card.tsx'

/** One of my tiers as buyers see it, with what only its creator needs. */
export const StudioTier = ({ tier, onEdit, onLink }: { tier: TierView; onEdit: () => void; onLink: () => void }) => (
  <article className="pass-studio-tier">
    <PassCard tier={{ ...tier, viewer: { holds: false, expiresAt: null } }} label={`Tier ${tier.tierId}`} />
    <p className="pass-note">{notes(tier)}</p>
    {isPayable(tier.price) ? (
      <div className="pass-studio-buttons">
        <button type="button" className="btn sec slim" onClick={onEdit}>
          Edit
        </button>
        {!tier.soldOut && (
          <button type="button" className="btn ghost slim" onClick={onLink}>
            Make a claim link
          </button>
        )}
      </div>
    ) : (
      <p className="muted small">Its price is in a token that CoreFans does not handle: it was made elsewhere, and is changed there.</p>
    )}
  </article>
)

const policies = {
  'markets-only': 'may be given away or resold here',
  open: 'may be moved anywhere',
  soulbound: 'bound to its holder',
} as const

const notes = ({ minted, maxSupply, policy, renewable, durationS, consumable, graceS, royaltyBps }: TierView): string =>
  [
    `${plural(minted, 'pass', 'passes')} sold`,
    maxSupply === null ? 'no limit' : `${maxSupply - minted} left`,
    policies[policy],
    policy === 'soulbound' ? '' : `royalty ${royaltyBps / 100} %`,
    durationS === null ? '' : renewable ? 'can be renewed' : 'cannot be renewed',
    durationS !== null && graceS > 0 ? `${span(graceS)} of grace` : '',
    consumable ? 'one use' : '',
  ]
    .filter(Boolean)
    .join(' · ')
