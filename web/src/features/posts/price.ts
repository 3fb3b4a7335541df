import type { Audience, PurchaseRule } from '@corefans/shared/contracts/posts.ts'
import { decimalsOf } from '@corefans/shared/values/decimals.ts'
import { asTyped } from '../../lib/wallet/read-amount.ts'
import { amountIn, type Price } from '../../ui/price-field.tsx'

const sell = (rule: Omit<PurchaseRule, 'kind'>): Audience => ({ anyOf: [[{ kind: 'purchase', ...rule }]] })

/** A post is for sale at this until its author says otherwise. */
export const firstPrice: Price = { text: '1', currency: 'core' }
export const forSale: Audience = sell({ currency: 'core', amount: '1' })

/** What a post costs by itself, or undefined. */
function ruleIn(audience: Audience): PurchaseRule | undefined {
  if (typeof audience === 'string') return undefined
  return audience.anyOf.flat().find((rule) => rule.kind === 'purchase')
}

export const isForSale = (audience: Audience): boolean => ruleIn(audience) !== undefined

/** The price of a published post, as it would be typed. */
export function priceOf(audience: Audience): Price {
  const rule = ruleIn(audience)
  return rule ? { text: asTyped(BigInt(rule.amount), decimalsOf[rule.currency]), currency: rule.currency } : firstPrice
}

/** The audience as it is published: what is for sale costs what stands in the field, and nothing else. Null while that is no price. */
export function priced(audience: Audience, price: Price): Audience | null {
  if (!isForSale(audience)) return audience
  const units = amountIn(price)
  return units === null ? null : sell({ currency: price.currency, amount: units.toString() })
}
