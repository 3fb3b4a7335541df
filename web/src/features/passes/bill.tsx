import type { TierView } from '@corefans/shared/contracts/passes.ts'
import { plural, span } from '../../lib/format.ts'
import { useConfig } from '../../lib/session.ts'
import { core } from '../../lib/wallet/amount.ts'
import { Icon } from '../../ui/icon.tsx'
import './passes.css'

type Props = { tier: TierView; priceWei: bigint; isRenewal?: boolean; isNew?: boolean }

const devnet = 31337

/** What is bought and what it costs, to the last part; the platform's share is inside the price, not on top. */
export function Bill({ tier, priceWei, isRenewal = false, isNew = false }: Props) {
  const chain = useConfig()?.chain ?? { id: devnet, confirmations: 1 }
  return (
    <div className="buying">
      <div className="ticket">
        <Icon name="ticket" />
        <div>
          <b>{tier.name}</b>
          <small>
            {tier.creator.name} · {lasting(tier, isRenewal)}
          </small>
        </div>
      </div>
      <Perks tier={tier} />
      {isNew && (
        <p className="notice" role="alert">
          The price has changed since you saw it. This is the new one.
        </p>
      )}
      <dl className="bill num">
        {priceWei > 0n && <Shares tier={tier} priceWei={priceWei} />}
        <Line className="sub" name="Network fee" value={chain.id === devnet ? '0 CORE' : 'shown by your wallet'} />
        <Line className="sum" name="You pay" value={priceWei === 0n ? 'Free' : core(priceWei, 'up')} />
      </dl>
      <Finality tier={tier} blocks={chain.confirmations} />
    </div>
  )
}

const Perks = ({ tier: { perks } }: { tier: TierView }) =>
  perks.length > 0 ? (
    <ul className="perks">
      {perks.map((perk) => (
        <li key={perk}>
          <Icon name="check" size="sm" />
          {perk}
        </li>
      ))}
    </ul>
  ) : null

const Finality = ({ tier, blocks }: { tier: TierView; blocks: number }) => (
  <p className="muted small">
    Access follows the block that holds your purchase; the sale is final after {blocks === 1 ? 'one block' : plural(blocks, 'block')}.{' '}
    {tier.soulbound ? 'This pass is bound to you and cannot be given away.' : 'The pass is yours: keep it or give it away.'}
  </p>
)

function Shares({ tier, priceWei }: { tier: TierView; priceWei: bigint }) {
  const feeWei = (priceWei * BigInt(tier.feeBps)) / 10_000n
  return (
    <>
      <Line className="sub" name={`To ${tier.creator.name}`} value={core(priceWei - feeWei)} />
      <Line className="sub" name={`CoreFans, ${tier.feeBps / 100} %`} value={core(feeWei)} />
    </>
  )
}

const Line = ({ name, value, className }: { name: string; value: string; className: string }) => (
  <div className={className}>
    <dt>{name}</dt>
    <dd>{value}</dd>
  </div>
)

function lasting({ durationS }: TierView, isRenewal: boolean): string {
  if (durationS === null) return 'yours for life'
  return isRenewal ? `${span(durationS)} more` : `for ${span(durationS)}`
}
