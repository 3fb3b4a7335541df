import { decimalsOf } from '@corefans/shared/values/decimals.ts'
import type { FormEvent } from 'react'
import { approx } from '../../lib/approx.ts'
import { useConfig } from '../../lib/session.ts'
import { useStore } from '../../lib/store.ts'
import { parseIn } from '../../lib/wallet/amount.ts'
import { TextField } from '../../ui/field.tsx'
import { tipDraft } from './tip-draft.ts'

const chips = { core: ['1', '5', '10'], usd: ['2', '5', '20'] } as const
const symbols = { core: 'CORE', usd: 'tUSD' } as const

type Props = { id: string; onAmount: (amount: string) => void; problem: string | null }

/** How much, in which currency. What is typed is kept until it is sent. */
export function TipForm({ id, onAmount, problem }: Props) {
  const { currency, text } = useStore(tipDraft)
  const config = useConfig()
  const units = parseIn(text || '0', decimalsOf[currency])
  const set = (part: { currency?: 'core' | 'usd'; text?: string }) => tipDraft.set({ ...tipDraft.get(), ...part })
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (units) onAmount(units.toString())
  }
  const why = units === null ? `A number with at most ${decimalsOf[currency]} decimals` : undefined
  return (
    <form id={id} className="form tip-form" onSubmit={onSubmit}>
      <fieldset className="chips">
        <legend className="vh">Currency</legend>
        {(['core', 'usd'] as const).map((one) => (
          <label key={one} className="chip">
            <input type="radio" name="currency" checked={currency === one} onChange={() => set({ currency: one, text: '' })} />
            {symbols[one]}
          </label>
        ))}
      </fieldset>
      <div className="chips">
        {chips[currency].map((chip) => (
          <button key={chip} type="button" className="btn sec slim num" aria-pressed={text === chip} onClick={() => set({ text: chip })}>
            {chip} {symbols[currency]}
          </button>
        ))}
      </div>
      <TextField
        label={`Amount in ${symbols[currency]}`}
        inputMode="decimal"
        autoComplete="off"
        value={text}
        error={why ?? problem ?? undefined}
        hint={
          config?.demo && units ? `${approx(units, currency)} at the demo's fixed rate. 5 % of it is the fee.` : '5 % of it is the fee.'
        }
        onChange={(event) => set({ text: event.target.value })}
        data-autofocus
      />
    </form>
  )
}
