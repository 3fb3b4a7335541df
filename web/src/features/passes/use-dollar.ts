import { decimalsOf } from '@corefans/shared/values/decimals.ts'
import { useConfig } from '../../lib/session.ts'
import type { Coin } from '../../lib/wallet/amount.ts'

/** The dollar token of this chain; none where there is none. */
export function useDollar(): Coin | undefined {
  const token = useConfig()?.chain.contracts['testUsd']
  return token ? { token, symbol: 'tUSD', decimals: decimalsOf.usd } : undefined
}
