import { type Currency, dollarMoney, type Money, nativeMoney } from '@corefans/shared/values/money.ts'
import type { ChainPort } from './ports/chain.ts'

type Chain = Pick<ChainPort, 'id' | 'contracts'>

/** The asset of a currency on this chain: `native`, a token's address, or null where there is no such token. */
export const assetOf = ({ contracts }: Chain, currency: Currency): string | null =>
  currency === 'core' ? 'native' : (contracts.testUsd?.toLowerCase() ?? null)

/** An amount of an asset that we know. */
export const moneyOf = ({ id }: Chain, asset: string, amount: bigint | string): Money =>
  asset === 'native' ? nativeMoney(id, amount) : dollarMoney(id, asset, amount)

/** An amount in a currency, or null where the chain has none. */
export function moneyIn(chain: Chain, currency: Currency, amount: string): Money | null {
  const asset = assetOf(chain, currency)
  return asset === null ? null : moneyOf(chain, asset, amount)
}

/** Whether we say anything about an asset: anyone can make a token, and pay with it what it is worth. */
export const isKnownAsset = (chain: Chain, asset: string): boolean => asset === 'native' || asset === assetOf(chain, 'usd')

/**
 * A price in whatever token its seller named; null is the native coin. Of a token that we do not know nobody has told us
 * the decimals: its price is in base units, and nothing here pays it.
 */
export function priceIn(chain: Chain, token: string | null, amount: string): Money {
  if (token === null || isKnownAsset(chain, token)) return moneyOf(chain, token ?? 'native', amount)
  return { amount, asset: `${chain.id}:${token}`, decimals: 0 }
}
