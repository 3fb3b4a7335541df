import type { HeldView } from '@corefans/shared/contracts/passes.ts'
import { Icon } from '../../ui/icon.tsx'
import { Link } from '../../ui/link.tsx'
import { Time } from '../../ui/time.tsx'
import { LoanNote } from './loan-note.tsx'
import { type Doing, PassActionButtons } from './pass-actions.tsx'
import { PassCard } from './pass-card.tsx'
import { purchase } from './purchase.ts'

type Props = { holding: HeldView; onDo: (doing: Doing) => void }

/** A pass of mine, or one lent to me: the ticket, how long it is good for, and what I can do with it. */
export function HeldPass({ holding, onDo }: Props) {
  const { active, serial } = holding
  return (
    <article className="pass-held-card" data-active={active}>
      <PassCard tier={ticketOf(holding)} serial={serial} heading="h3" label={labelOf(holding)} />
      {holding.loan ? <LoanNote holding={holding} /> : <Standing holding={holding} />}
      <div className="buttons">
        {holding.isMine && <OwnersWays holding={holding} />}
        <PassActionButtons holding={holding} onDo={onDo} />
        <Link to="/@{$handle}" params={{ handle: holding.tier.creator.handle }} className="btn ghost slim">
          Visit
        </Link>
      </div>
      {holding.policy === 'soulbound' && (
        <p className="muted small">Bound to you: its creator decided that this pass cannot be given away.</p>
      )}
    </article>
  )
}

function labelOf({ active, consumed, isMine }: HeldView): string {
  if (consumed) return 'Used pass'
  if (!active) return 'Ended pass'
  return isMine ? 'Access pass' : 'Borrowed pass'
}

function OwnersWays({ holding }: { holding: HeldView }) {
  const { tier, active, consumed, policy, tokenId } = holding
  return (
    <>
      {tier.renewable && !consumed && (
        <button
          type="button"
          className={active ? 'btn sec slim' : 'btn pri slim'}
          onClick={() => purchase.set({ handle: tier.creator.handle, tierId: tier.tierId, renew: holding })}
        >
          Renew
        </button>
      )}
      {policy !== 'soulbound' && (
        <Link to="/market/$collection/$tokenId" params={{ collection: tier.collection, tokenId }} className="btn ghost slim">
          {active && !holding.loan ? 'Sell' : 'Details'}
        </Link>
      )}
    </>
  )
}

/** The ticket shows this very pass, whatever else of its tier the account holds. */
const ticketOf = ({ tier, active, expiresAt, isMine, loan }: HeldView) => ({
  ...tier,
  soldOut: false,
  viewer: { holds: active, expiresAt: isMine ? expiresAt : (loan?.until ?? expiresAt) },
})

function Standing({ holding }: { holding: HeldView }) {
  return (
    <p className="pass-note">
      <Icon name={holding.active ? 'check' : 'lock'} size="sm" />
      <span>
        <StandingWords holding={holding} />
      </span>
    </p>
  )
}

function StandingWords({ holding: { active, consumed, expiresAt, confirmations, tier } }: { holding: HeldView }) {
  const { have, needed } = confirmations
  if (consumed) return <>You used it. It was good for one use, and opens nothing any more.</>
  if (!active)
    return expiresAt ? (
      <>
        Ended <Time iso={expiresAt} as="day" />. It opens nothing until it is renewed.
      </>
    ) : null
  if (have < needed) return <>{`Open now; final after ${needed} blocks, ${have} so far`}</>
  return <>{tier.consumable ? 'Good for one use, whenever you choose' : 'Confirmed by the network'}</>
}
