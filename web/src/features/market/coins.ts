import { decimalsOf } from '@corefans/shared/values/decimals.ts'
import type { Currency } from '@corefans/shared/values/money.ts'
import { useConfig } from '../../lib/session.ts'
import { amountOf, type Coin } from '../../lib/wallet/amount.ts'
import { symbols } from '../../ui/price-field.tsx'

type Money = { amount: string; asset: string; decimals: number }

/** The coin that an amount is in; none for the chain's own. */
export const coinIn = ({ asset, decimals }: Money): Coin | undefined =>
  asset.endsWith(':native') ? undefined : { token: asset.slice(asset.indexOf(':') + 1), symbol: symbols.usd, decimals }

/** A price in its coin, for people. */
export const inCoin = (price: Money, round: 'down' | 'up' = 'down'): string => amountOf(BigInt(price.amount), coinIn(price), round)

/** What prices may be named in here: the chain's own coin, and the dollar token where there is one. */
export function useCoins(): Map<Currency, Coin | undefined> {
  const token = useConfig()?.chain.contracts['testUsd']
  const coins = new Map<Currency, Coin | undefined>([['core', undefined]])
  return token ? coins.set('usd', { token, symbol: symbols.usd, decimals: decimalsOf.usd }) : coins
}
