import type { TierView } from '@corefans/shared/contracts/passes.ts'
import { count, money, span } from '../../lib/format.ts'
import { Icon } from '../../ui/icon.tsx'
import { Name } from '../../ui/name.tsx'
import { PassArt } from '../../ui/pass-art.tsx'
import { Time } from '../../ui/time.tsx'

type Props = {
  tier: TierView
  /** Number of this very pass, where somebody holds it. */
  serial?: number | undefined
  /** Opens the purchase (or the renewal); without it the card only shows. */
  onBuy?: ((tier: TierView) => void) | undefined
  label?: string
  heading?: 'h2' | 'h3'
}

/** The pass as a ticket: always night, torn at the dashed line. Says what it costs, what is left and what it opens. */
export const PassCard = ({ tier, serial, onBuy, label = 'Access pass', heading: Heading = 'h2' }: Props) => (
  <article className="pass" aria-label={`${tier.creator.name}: ${tier.name}`}>
    <PassArt handle={tier.creator.handle} />
    <div className="pass-top">
      <span className="pass-kind">{label}</span>
      <Heading>
        <span>
          <Name>{tier.creator.name}</Name>
        </span>
        <br />
        {tier.name}
      </Heading>
      <div className="pass-number num">
        <span>{serial === undefined ? supply(tier) : `No. ${count(serial)}${tier.maxSupply ? ` of ${count(tier.maxSupply)}` : ''}`}</span>
        <span>{leftOver(tier)}</span>
      </div>
    </div>
    <div className="pass-tear" />
    <div className="pass-bottom">
      <ul>
        {tier.perks.map((perk) => (
          <li key={perk}>
            <Icon name="check" size="sm" />
            {perk}
          </li>
        ))}
      </ul>
      <div className="pass-price">
        <div>
          <b className="num">{money(tier.price)}</b>
          <small>{tier.durationS === null ? 'yours for life' : `for ${span(tier.durationS)}`}</small>
        </div>
        <Action tier={tier} onBuy={onBuy} />
      </div>
    </div>
  </article>
)

function Action({ tier, onBuy }: Pick<Props, 'tier' | 'onBuy'>) {
  const { holds, expiresAt } = tier.viewer
  if (holds)
    return (
      <div className="pass-held">
        <span className="pass-mine">
          <Icon name="check" size="sm" />
          {expiresAt ? (
            <span>
              Yours until <Time iso={expiresAt} as="day" />
            </span>
          ) : (
            'Yours for life'
          )}
        </span>
        {expiresAt && tier.renewable && <Buy tier={tier} onBuy={onBuy} label="Renew" />}
      </div>
    )
  return tier.soldOut ? <span className="pass-mine">Sold out</span> : <Buy tier={tier} onBuy={onBuy} label="Get pass" />
}

const Buy = ({ tier, onBuy, label }: Pick<Props, 'tier' | 'onBuy'> & { label: string }) =>
  onBuy ? (
    <button type="button" className="btn" onClick={() => onBuy(tier)}>
      {label}
    </button>
  ) : null

const supply = ({ minted, maxSupply }: TierView): string =>
  maxSupply === null ? `${count(minted)} sold` : `${count(minted)} of ${count(maxSupply)} sold`
const leftOver = ({ minted, maxSupply, soldOut }: TierView): string =>
  maxSupply === null ? 'Open supply' : soldOut ? 'None left' : `${count(maxSupply - minted)} left`
