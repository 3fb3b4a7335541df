import type { Money } from '@corefans/shared/values/money.ts'
import type { Coin } from '../../lib/wallet/amount.ts'

/** The coin that a price is in; none for the chain's own. */
export function coinOf({ asset, decimals }: Money): Coin | undefined {
  const token = asset.slice(asset.indexOf(':') + 1)
  return token === 'native' ? undefined : { token, symbol: 'tUSD', decimals }
}

/** The same as a contract takes it. */
export const payTokenOf = (price: Money): `0x${string}` | null => (coinOf(price)?.token as `0x${string}` | undefined) ?? null

/** A price in a token that we do not know is in base units: nobody here can say what it comes to. */
export const isPayable = ({ decimals }: Money): boolean => decimals > 0
