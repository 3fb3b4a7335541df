import { unmade } from '@corefans/chain/curve.ts'
import { type LaunchBounds, mostTargetWei, outcomeOf, usualBounds, whyNotLaunch } from '@corefans/chain/launch.ts'
import { areGoodTerms, type TokenTerms } from '@corefans/chain/token-terms.ts'
import { type FormEvent, useState } from 'react'
import { core, formatAmount, parseAmount } from '../../lib/wallet/amount.ts'
import { TextField } from '../../ui/field.tsx'

type Props = { terms: TokenTerms; onAgree: (bounds: LaunchBounds) => void }

/** What bounds a fair launch: how much of one person counts, and how much is spent together. Give it a key by first price. */
export function LaunchTerms({ terms, onAgree }: Props) {
  const usual = usualBounds(terms.preset)
  const [cap, setCap] = useState(() => formatAmount(usual.capWei))
  const [target, setTarget] = useState(() => formatAmount(usual.targetWei))
  const [capWei, targetWei] = [parseAmount(cap), parseAmount(target)]
  const bounds = capWei !== null && targetWei !== null ? { capWei, targetWei } : null
  const why = bounds && whyNotLaunch(bounds, terms.preset)
  const isGood = bounds !== null && why === null && areGoodTerms(terms)
  const full = bounds && outcomeOf(unmade(terms, 0n), { ...bounds, countedWei: bounds.targetWei })
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (bounds && isGood) onAgree(bounds)
  }
  return (
    <form className="form" onSubmit={onSubmit}>
      <TextField
        label="Of each wallet count at most, in CORE"
        inputMode="decimal"
        autoComplete="off"
        value={cap}
        error={capWei === null ? 'A number such as 2.5' : capErrors[why ?? '']}
        hint="More than this only comes back, so nobody takes it all."
        onChange={(event) => setCap(event.target.value)}
      />
      <TextField
        label="Spend at most, all together, in CORE"
        inputMode="decimal"
        autoComplete="off"
        value={target}
        error={
          targetWei === null ? 'A number such as 500' : why === 'target-large' ? `At most ${core(mostTargetWei(terms.preset))}` : undefined
        }
        hint={full ? `If that is reached, one ${terms.symbol} costs everybody ${core(full.priceWei, 'up')}.` : undefined}
        onChange={(event) => setTarget(event.target.value)}
      />
      <button type="submit" className="btn pri wide" disabled={!isGood}>
        Go on
      </button>
      <p className="muted small">
        The ten minutes begin with your transaction. Afterwards anyone may end the launch: then your token is on the chain, and your fee of
        the common purchase waits for you.
      </p>
    </form>
  )
}

const capErrors: Record<string, string | undefined> = {
  'cap-small': 'At least 0.01 CORE',
  'cap-large': 'Not more than all together',
}
