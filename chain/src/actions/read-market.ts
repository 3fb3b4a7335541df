import type { Address } from 'viem'
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
    readContract(client, { ...at, functionName: 'creditOf', args: ['0x0000000000000000000000000000000000000000', account] }),
  ])
  return { counter, offerFundsWei, creditWei }
}

/** Whether a nonce of the maker was cancelled or used. */
export const isNonceDead = (
  client: ReadingClient,
  { market, maker, nonce }: { market: Address; maker: Address; nonce: bigint },
): Promise<boolean> => readContract(client, { address: market, abi: passMarketAbi, functionName: 'isNonceDead', args: [maker, nonce] })

/** The platform's fees that lie in the market. */
export const marketFees = (client: ReadingClient, { market, token }: { market: Address; token: Address }): Promise<bigint> =>
  readContract(client, { address: market, abi: passMarketAbi, functionName: 'feesOf', args: [token] })
