import type { Audience, PurchaseRule } from '@corefans/shared/contracts/posts.ts'
import { decimalsOf } from '@corefans/shared/values/decimals.ts'
import { useState } from 'react'
import { formatAmount, parseIn } from '../../lib/wallet/amount.ts'
import { TextField } from '../../ui/field.tsx'

const sell = (rule: Omit<PurchaseRule, 'kind'>): Audience => ({ anyOf: [[{ kind: 'purchase', ...rule }]] })
/** A post is for sale at this until its author says otherwise. */
export const firstPrice: Audience = sell({ currency: 'core', amount: (10n ** 18n).toString() })

/** What a post costs by itself, or undefined. */
export function priceIn(audience: Audience): PurchaseRule | undefined {
  if (typeof audience === 'string') return undefined
  return audience.anyOf.flat().find((rule) => rule.kind === 'purchase')
}

const symbols = { core: 'CORE', usd: 'tUSD' } as const
const textOf = ({ amount, currency }: PurchaseRule): string => formatAmount(BigInt(amount) * 10n ** BigInt(18 - decimalsOf[currency]))

type Props = { audience: Audience; onChange: (audience: Audience) => void }

/** The price of one post, paid once. */
export function PriceField({ audience, onChange }: Props) {
  const price = priceIn(audience)
  const [text, setText] = useState(price ? textOf(price) : '1')
  if (!price) return null
  const put = (nextText: string, currency: PurchaseRule['currency']) => {
    setText(nextText)
    const units = parseIn(nextText, decimalsOf[currency])
    if (units) onChange(sell({ currency, amount: units.toString() }))
  }
  const isPrice = Boolean(parseIn(text, decimalsOf[price.currency]))
  return (
    <div className="chips">
      <TextField
        label={`Price in ${symbols[price.currency]}`}
        inputMode="decimal"
        autoComplete="off"
        value={text}
        error={isPrice ? undefined : 'A price above nothing'}
        hint="Paid once. You get 95 % of it at once."
        onChange={(event) => put(event.target.value, price.currency)}
      />
      {(['core', 'usd'] as const).map((currency) => (
        <label key={currency} className="chip">
          <input type="radio" name="price-currency" checked={price.currency === currency} onChange={() => put(text, currency)} />
          {symbols[currency]}
        </label>
      ))}
    </div>
  )
}
