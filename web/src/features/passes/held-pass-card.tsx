import type { HeldView } from '@corefans/shared/contracts/passes.ts'
import { left } from '../../lib/when.ts'
import { Icon } from '../../ui/icon.tsx'
import { Link } from '../../ui/link.tsx'
import { Menu } from '../../ui/menu.tsx'
import { Name } from '../../ui/name.tsx'
import { Time } from '../../ui/time.tsx'
import { LoanNote } from './loan-note.tsx'
import { actionsOf, type Doing, labels } from './pass-actions.tsx'
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
        <FirstWay holding={holding} onDo={onDo} />
        <Menu label={`More for ${holding.tier.name} no. ${holding.serial}`} button={<Icon name="dots" />}>
          <OtherWays holding={holding} onDo={onDo} />
        </Menu>
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

/** The one thing to do with it now: use it, give it back, renew it where it ends soon or has ended, else see what it opens. */
function FirstWay({ holding, onDo }: Props) {
  const first = firstOf(holding)
  if (first === 'renew')
    return (
      <button type="button" className="btn pri slim" onClick={() => renew(holding)}>
        Renew
      </button>
    )
  if (first)
    return (
      <button type="button" className="btn pri slim" onClick={() => onDo(first)}>
        {labels[first]}
      </button>
    )
  return (
    <Link to="/@{$handle}" params={{ handle: holding.tier.creator.handle }} className="btn pri slim">
      See what it opens
    </Link>
  )
}

const soonMs = 14 * 86_400_000
const renew = (holding: HeldView) => purchase.set({ handle: holding.tier.creator.handle, tierId: holding.tier.tierId, renew: holding })
const mayRenew = ({ isMine, tier, consumed }: HeldView): boolean => isMine && tier.renewable && !consumed

function firstOf(holding: HeldView): 'renew' | Doing | null {
  const urgent = actionsOf(holding).find((doing) => doing === 'use' || doing === 'return')
  if (urgent) return urgent
  const { active, expiresAt } = holding
  const endsSoon = expiresAt !== null && Date.parse(expiresAt) - Date.now() < soonMs
  return mayRenew(holding) && (!active || endsSoon) ? 'renew' : null
}

function OtherWays({ holding, onDo }: Props) {
  const { tier, active, policy, tokenId, isMine, loan } = holding
  const first = firstOf(holding)
  return (
    <>
      {mayRenew(holding) && first !== 'renew' && (
        <button type="button" role="menuitem" onClick={() => renew(holding)}>
          Renew
        </button>
      )}
      {actionsOf(holding)
        .filter((doing) => doing !== first)
        .map((doing) => (
          <button key={doing} type="button" role="menuitem" onClick={() => onDo(doing)}>
            {labels[doing]}
          </button>
        ))}
      {isMine && policy !== 'soulbound' && (
        <Link to="/market/$collection/$tokenId" params={{ collection: tier.collection, tokenId }} role="menuitem">
          {active && !loan ? 'Sell' : 'Details'}
        </Link>
      )}
      <Link to="/@{$handle}" params={{ handle: tier.creator.handle }} role="menuitem">
        <span>
          Visit <Name>{tier.creator.name}</Name>
        </span>
      </Link>
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
  if (tier.consumable) return <>Good for one use, whenever you choose</>
  return <span suppressHydrationWarning>{expiresAt ? left(expiresAt, Date.now()) : 'Yours for life'}</span>
}
