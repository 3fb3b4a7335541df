import type { FormEvent } from 'react'
import { useStore } from '../../lib/store.ts'
import { amountIn, PriceField } from '../../ui/price-field.tsx'
import { tipDraft } from './tip-draft.ts'

const presets = { core: ['1', '5', '10'], usd: ['2', '5', '20'] } as const

type Props = { id: string; onAmount: (amount: string) => void; problem: string | null }

/** How much, in which currency: ten of one are not ten of the other. What is typed is kept until it is sent. */
export function TipForm({ id, onAmount, problem }: Props) {
  const price = useStore(tipDraft)
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    const units = amountIn(price)
    if (units !== null) onAmount(units.toString())
  }
  return (
    <form id={id} className="form" onSubmit={onSubmit}>
      <PriceField
        label="Amount"
        price={price}
        presets={presets}
        error={problem ?? undefined}
        hint="5 % of it is the fee."
        onChange={(next) => tipDraft.set(next.currency === price.currency ? next : { ...next, text: '' })}
        data-autofocus
      />
    </form>
  )
}
