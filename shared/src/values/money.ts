import { z } from 'zod'
import { decimalsOf } from './decimals.ts'

/** Money on the wire: base units as a decimal string, never a float. `asset` is `<chainId>:<address|native>`. */
export const Money = z.object({
  amount: z.string().regex(/^\d{1,78}$/),
  asset: z.string(),
  decimals: z.number().int(),
})
export type Money = z.infer<typeof Money>

/** What prices and tips are named in: the chain's own coin, or the dollar token beside it. */
export const Currency = z.enum(['core', 'usd'])
export type Currency = z.infer<typeof Currency>

/** A positive amount in base units; what no account on the chain could hold is refused. */
export const Amount = z.string().regex(/^[1-9]\d{0,28}$/, 'must be a positive whole number of base units')

export const nativeMoney = (chainId: number, amountWei: bigint | string): Money => ({
  amount: amountWei.toString(),
  asset: `${chainId}:native`,
  decimals: 18,
})

/** An amount of a dollar token. */
export const dollarMoney = (chainId: number, token: string, amount: bigint | string): Money => ({
  amount: amount.toString(),
  asset: `${chainId}:${token.toLowerCase()}`,
  decimals: decimalsOf.usd,
})

/** An amount in the native coin, or in the one token that prices are in besides it. */
export const moneyIn = (chainId: number, token: string | null, amount: bigint | string): Money =>
  token === null ? nativeMoney(chainId, amount) : dollarMoney(chainId, token, amount)
