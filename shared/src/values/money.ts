import { z } from 'zod'

/** Money on the wire: base units as a decimal string, never a float. `asset` is `<chainId>:<address|native>`. */
export const Money = z.object({
  amount: z.string().regex(/^\d{1,78}$/),
  asset: z.string(),
  decimals: z.number().int(),
})
export type Money = z.infer<typeof Money>

export const nativeMoney = (chainId: number, amountWei: bigint | string): Money => ({
  amount: amountWei.toString(),
  asset: `${chainId}:native`,
  decimals: 18,
})
