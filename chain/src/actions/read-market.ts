import { type Address, zeroAddress } from 'viem'
import { readContract } from 'viem/actions'
import { passMarketAbi } from '../abi/pass-market.ts'
import type { ReadingClient } from '../clients.ts'

/** What the market keeps of an account: its order counter, its offer funds, and what sales credited to it. */
export type MarketAccount = { counter: bigint; offerFundsWei: bigint; creditWei: bigint }

/** The account's side of the market, natively. */
export async function readMarketAccount(
  client: ReadingClient,
  { market, account }: { market: Address; account: Address },
): Promise<MarketAccount> {
  const at = { address: market, abi: passMarketAbi } as const
  const [counter, offerFundsWei, creditWei] = await Promise.all([
    readContract(client, { ...at, functionName: 'counterOf', args: [account] }),
    readContract(client, { ...at, functionName: 'offerFundsOf', args: [account] }),
    readContract(client, { ...at, functionName: 'creditOf', args: [zeroAddress, account] }),
  ])
  return { counter, offerFundsWei, creditWei }
}

/** What sales credited to an account because it could not be sent; the native coin unless a token is named. */
export const saleCreditOf = (
  client: ReadingClient,
  { market, token = zeroAddress, account }: { market: Address; token?: Address; account: Address },
): Promise<bigint> => readContract(client, { address: market, abi: passMarketAbi, functionName: 'creditOf', args: [token, account] })

/** Whether a nonce of the maker was cancelled or used. */
export const isNonceDead = (
  client: ReadingClient,
  { market, maker, nonce }: { market: Address; maker: Address; nonce: bigint },
): Promise<boolean> => readContract(client, { address: market, abi: passMarketAbi, functionName: 'isNonceDead', args: [maker, nonce] })

/** The platform's fees that lie in the market. */
export const marketFees = (client: ReadingClient, { market, token }: { market: Address; token: Address }): Promise<bigint> =>
  readContract(client, { address: market, abi: passMarketAbi, functionName: 'feesOf', args: [token] })
