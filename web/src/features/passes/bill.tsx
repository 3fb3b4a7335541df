import type { TierView } from '@corefans/shared/contracts/passes.ts'
import { approx } from '../../lib/approx.ts'
import { plural, span } from '../../lib/format.ts'
import { useConfig } from '../../lib/session.ts'
import type { Coin } from '../../lib/wallet/amount.ts'
import { BillLine, Bill as Lines } from '../../ui/bill.tsx'
import { Figure } from '../../ui/figure.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Name } from '../../ui/name.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PassArt } from '../../ui/pass-art.tsx'
import { coinOf } from './coin.ts'

type Props = {
  tier: TierView
  /** In base units of the coin that the tier is priced in. */
  priceWei: bigint
  /** Of a renewal; zero for a purchase. */
  periods?: number
  isNew?: boolean
}

const devnet = 31337

/** What is bought and what it costs, to the last part; the platform's share is inside the price, not on top. */
export function Bill({ tier, priceWei, periods = 0, isNew = false }: Props) {
  return (
    <div className="pass-buying">
      <div className="ticket">
        <PassArt handle={tier.creator.handle} />
        <Icon name="ticket" />
        <div>
          <b>{tier.name}</b>
          <small>
            <Name>{tier.creator.name}</Name> · {lasting(tier, periods)}
          </small>
        </div>
      </div>
      <Perks tier={tier} />
      {isNew && <Notice isNew>The price has changed since you saw it. This is the new one.</Notice>}
      <Cost tier={tier} priceWei={priceWei} />
      {periods > 0 && (
        <p className="muted small">
          It counts from the end of the pass, so days of grace that were used are paid for.
          {periods > 1 && ` That takes ${periods} periods.`} A listing of this pass ends with the renewal, whoever pays for it: it was for
          less time. List it again at a price for what it then is.
        </p>
      )}
      <Finality tier={tier} />
    </div>
  )
}

function useNetwork() {
  const config = useConfig()
  return { isDemo: config?.demo === true, isDevnet: (config?.chain.id ?? devnet) === devnet }
}

/** Who gets what of the price, in its own coin; roughly what that is in the other one, where there is a rate. */
function Cost({ tier, priceWei }: Pick<Props, 'tier' | 'priceWei'>) {
  const { isDemo, isDevnet } = useNetwork()
  const coin = coinOf(tier.price)
  const isFree = priceWei === 0n
  return (
    <>
      <Lines>
        {!isFree && <Shares tier={tier} priceWei={priceWei} coin={coin} />}
        <BillLine kind="sub" name="Network fee" value={isDevnet ? '0 CORE' : 'shown by your wallet'} />
        <BillLine kind="sum" name="You pay" value={isFree ? 'Free' : <Figure units={priceWei} coin={coin} round="up" />} />
      </Lines>
      {!isFree && isDemo && <p className="muted small">{approx(priceWei, coin ? 'usd' : 'core')} at the demo's fixed rate.</p>}
      {!isFree && coin && <ExactPermission />}
    </>
  )
}

const ExactPermission = () => (
  <p className="muted small">Your wallet allows exactly this amount, for this payment: no permission is left behind.</p>
)

const Perks = ({ tier: { perks } }: { tier: TierView }) =>
  perks.length > 0 ? (
    <ul className="pass-perks">
      {perks.map((perk) => (
        <li key={perk}>
          <Icon name="check" size="sm" />
          {perk}
        </li>
      ))}
    </ul>
  ) : null

function Finality({ tier }: { tier: TierView }) {
  const blocks = useConfig()?.chain.confirmations ?? 1
  return (
    <p className="muted small">
      Access follows the block that holds your purchase; the sale is final after {blocks === 1 ? 'one block' : plural(blocks, 'block')}.{' '}
      {tier.soulbound ? 'This pass is bound to you and cannot be given away.' : 'The pass is yours: keep it, lend it or give it away.'}
    </p>
  )
}

function Shares({ tier, priceWei, coin }: { tier: TierView; priceWei: bigint; coin: Coin | undefined }) {
  const feeWei = (priceWei * BigInt(tier.feeBps)) / 10_000n
  return (
    <>
      <BillLine kind="sub" name={`To ${tier.creator.name}`} value={<Figure units={priceWei - feeWei} coin={coin} />} />
      <BillLine kind="sub" name={`CoreFans, ${tier.feeBps / 100} %`} value={<Figure units={feeWei} coin={coin} />} />
    </>
  )
}

function lasting({ durationS, consumable }: TierView, periods: number): string {
  const use = consumable ? ', good for one use' : ''
  if (durationS === null) return consumable ? 'yours until you use it' : 'yours for life'
  return periods > 0 ? `${span(durationS * periods)} more` : `for ${span(durationS)}${use}`
}
