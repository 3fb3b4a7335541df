import { policyOf } from '@corefans/chain/tier-word.ts'
import { plural, span } from '../../lib/format.ts'
import { useConfig } from '../../lib/session.ts'
import { amountOf, type Coin } from '../../lib/wallet/amount.ts'
import { Bill } from '../../ui/bill.tsx'
import { graceDaysIn, isConsumable, type TierTermsDraft } from './tier-draft.ts'
import { useDollar } from './use-dollar.ts'

const openSupply = 0xffff_ffff
const policies = { 'markets-only': 'given away, or on CoreFans', open: 'anywhere', soulbound: 'never' } as const

/** The terms of a tier as they go to the chain. `isNew` is a first tier: with a price in dollars that takes two transactions. */
export function TierTerms({ terms, isNew }: { terms: TierTermsDraft; isNew: boolean }) {
  const isDemo = useConfig()?.demo === true
  const dollar = useDollar()
  const coin = terms.payToken ? dollar : undefined
  const rows = [...costRows(terms, coin), ...rightRows(terms), ['Network fee', isDemo ? '0 CORE' : 'shown by your wallet']]
  return (
    <>
      <Bill>
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </Bill>
      {isNew && terms.payToken && (
        <p className="muted small">Your first tier in dollars takes two transactions: one makes your collection, one the tier.</p>
      )}
      <p className="muted small">
        After the first sale these are promises: time and grace may only grow, the number may only fall, the coin and the single use stay.
        Price and royalty may always change, for passes sold from then on.
      </p>
    </>
  )
}

const costRows = ({ priceWei, durationS, maxSupply }: TierTermsDraft, coin: Coin | undefined): string[][] => [
  ['Price', priceWei === 0n ? 'Free' : amountOf(priceWei, coin, 'up')],
  ['You get of each sale', priceWei === 0n ? 'Nothing: it is free' : amountOf(priceWei - priceWei / 20n, coin)],
  ['Good', durationS === 0 ? 'for life' : `for ${span(durationS)}`],
  ['How many', maxSupply === openSupply ? 'no limit' : String(maxSupply)],
]

function rightRows({ durationS, flags, royaltyBps }: TierTermsDraft): string[][] {
  const [policy, graceDays] = [policyOf(flags), graceDaysIn(flags)]
  return [
    ...(durationS > 0 && graceDays > 0 ? [['Grace', plural(graceDays, 'day')]] : []),
    ...(isConsumable(flags) ? [['Uses', 'one']] : []),
    ['Passed on', policies[policy]],
    ...(policy === 'soulbound' ? [] : [['Royalty of each resale', `${royaltyBps / 100} %`]]),
  ]
}
