import type { HoldingView } from '@corefans/shared/contracts/passes.ts'
import { Icon } from '../../ui/icon.tsx'
import { Link } from '../../ui/link.tsx'
import { Time } from '../../ui/time.tsx'
import { PassCard } from './pass-card.tsx'
import { purchase } from './purchase.ts'

/** A pass of mine: the ticket, how long it is good for, and what I can do with it. */
export function HeldPass({ holding, onGive }: { holding: HoldingView; onGive: () => void }) {
  const { tier, active, serial } = holding
  return (
    <article className="held-pass" data-active={active}>
      <PassCard tier={ticketOf(holding)} serial={serial} heading="h3" label={active ? 'Access pass' : 'Ended pass'} />
      <Standing holding={holding} />
      <div className="held-b">
        {tier.renewable && (
          <button
            type="button"
            className={active ? 'btn sec slim' : 'btn pri slim'}
            onClick={() => purchase.set({ handle: tier.creator.handle, tierId: tier.tierId, renew: holding })}
          >
            Renew
          </button>
        )}
        <Link to="/@{$handle}" params={{ handle: tier.creator.handle }} className="btn ghost slim">
          Visit
        </Link>
        {holding.policy !== 'soulbound' && (
          <Link
            to="/market/$collection/$tokenId"
            params={{ collection: tier.collection, tokenId: holding.tokenId }}
            className="btn ghost slim"
          >
            {active ? 'Sell' : 'Details'}
          </Link>
        )}
        {holding.policy !== 'soulbound' && (
          <button type="button" className="btn ghost slim" onClick={onGive}>
            Give away
          </button>
        )}
      </div>
      {holding.policy === 'soulbound' && (
        <p className="muted small">Bound to you: its creator decided that this pass cannot be given away.</p>
      )}
    </article>
  )
}

/** The ticket shows this very pass, whatever else of its tier the account holds. */
const ticketOf = ({ tier, active, expiresAt }: HoldingView) => ({ ...tier, soldOut: false, viewer: { holds: active, expiresAt } })

function Standing({ holding: { active, expiresAt, confirmations } }: { holding: HoldingView }) {
  const { have, needed } = confirmations
  return (
    <p className="held-note">
      <Icon name={active ? 'check' : 'lock'} size="sm" />
      <span>
        {!active && expiresAt && (
          <>
            Ended <Time iso={expiresAt} as="day" />. It opens nothing until it is renewed.
          </>
        )}
        {active && (have >= needed ? 'Confirmed by the network' : `Open now; final after ${needed} blocks, ${have} so far`)}
      </span>
    </p>
  )
}
