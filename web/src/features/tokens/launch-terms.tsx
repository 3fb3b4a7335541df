import { unmade } from '@corefans/chain/curve.ts'
import { type LaunchBounds, mostTargetWei, outcomeOf, usualBounds, whyNotLaunch } from '@corefans/chain/launch.ts'
import { areGoodTerms, type TokenTerms } from '@corefans/chain/token-terms.ts'
import { type FormEvent, useState } from 'react'
import { core, nativeCoin } from '../../lib/wallet/amount.ts'
import { asTyped, unitsIn } from '../../lib/wallet/read-amount.ts'
import { AmountField } from '../../ui/amount-field.tsx'

type Props = { terms: TokenTerms; onAgree: (bounds: LaunchBounds) => void }

/** What bounds a fair launch: how much of one wallet counts, and how much is spent together. Give it a key by first price and fee. */
export function LaunchTerms({ terms, onAgree }: Props) {
  const usual = usualBounds(terms)
  const [cap, setCap] = useState(() => asTyped(usual.capWei, nativeCoin.decimals))
  const [target, setTarget] = useState(() => asTyped(usual.targetWei, nativeCoin.decimals))
  const bounds = boundsIn(cap, target)
  const errors = errorsIn({ cap, target }, terms)
  const isGood = bounds !== null && !errors.cap && !errors.target && areGoodTerms(terms)
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (isGood) onAgree(bounds)
  }
  return (
    <form className="form" onSubmit={onSubmit}>
      <AmountField
        label="Of each wallet count at most, in CORE"
        text={cap}
        unit={nativeCoin}
        error={errors.cap}
        hint="More than this only comes back. It bounds wallets, not people: somebody with several wallets can put in several times."
        onText={setCap}
      />
      <AmountField
        label="Spend at most, all together, in CORE"
        text={target}
        unit={nativeCoin}
        error={errors.target}
        hint={bounds ? priceWhenFull(terms, bounds) : undefined}
        onText={setTarget}
      />
      <button type="submit" className="btn pri wide" disabled={!isGood}>
        Go on
      </button>
      <p className="muted small">
        The ten minutes begin with your transaction. Afterwards anyone may end the launch: then your token is on the chain, and your fee of
        the common purchase waits for you. What you put in yourself stays locked for thirty days.
      </p>
    </form>
  )
}

function boundsIn(cap: string, target: string): LaunchBounds | null {
  const [capWei, targetWei] = [weiIn(cap), weiIn(target)]
  return capWei === null || targetWei === null ? null : { capWei, targetWei }
}

type Typed<T> = { cap: T; target: T }
const weiIn = (text: string): bigint | null => unitsIn(text, nativeCoin.decimals)
const number = (text: string): string | undefined => (weiIn(text) === null ? 'A number such as 2.5' : undefined)

function errorsIn({ cap, target }: Typed<string>, terms: TokenTerms): Partial<Typed<string | undefined>> {
  const bounds = boundsIn(cap, target)
  if (bounds === null) return { cap: number(cap), target: number(target) }
  const why = whyNotLaunch(bounds, terms)
  if (why === 'target-large')
    return { target: `At most ${core(mostTargetWei(terms))} with your fee: so far nobody gains by being the first to sell again` }
  return why === null ? {} : { cap: why === 'cap-small' ? 'At least 0.01 CORE' : 'Not more than all together' }
}

function priceWhenFull(terms: TokenTerms, { targetWei }: LaunchBounds): string | undefined {
  const full = outcomeOf(unmade(terms, 0n), { targetWei, countedWei: targetWei })
  return full ? `If that is reached, one ${terms.symbol} costs everybody ${core(full.priceWei, 'up')}.` : undefined
}
