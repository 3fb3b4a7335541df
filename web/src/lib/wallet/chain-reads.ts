import { collectionOf } from '@corefans/chain/actions/collection-of.ts'
import { type PassQuote, quotePass } from '@corefans/chain/actions/quote-pass.ts'
import { saleCreditOf } from '@corefans/chain/actions/read-market.ts'
import { readTier } from '@corefans/chain/actions/read-tier.ts'
import { balanceOfToken } from '@corefans/chain/actions/read-token.ts'
import { owedBy } from '@corefans/chain/actions/withdraw.ts'
import { creditOf as creditAt } from '@corefans/chain/actions/withdraw-owed.ts'
import { getBalance, getBlock, getCode } from 'viem/actions'
import { payingWallet } from './active-wallet.ts'
import type { Coin } from './amount.ts'
import { chainConfig, readingClient } from './chain-client.ts'

type Address = `0x${string}`

/** What a wallet holds, in base units, as of the newest block: of a coin, or of the chain's own. */
export async function balanceOf(address: string, coin?: Coin): Promise<bigint> {
  const [client, account] = [await readingClient(), address as Address]
  return coin ? balanceOfToken(client, { token: coin.token as Address, account }) : getBalance(client, { address: account })
}

/** What one pass, or some renewals, cost this moment; null for a tier that is not for sale. */
export const quote = async (tier: { collection: string; tierId: number }, renews?: string): Promise<PassQuote | null> =>
  quotePass(await readingClient(), {
    ...{ pass: tier.collection as Address, tierId: tier.tierId },
    ...(renews === undefined ? {} : { renews: BigInt(renews) }),
  })

/** The exact terms of a tier on the chain. */
export const termsOf = async (tier: { collection: string; tierId: number }) =>
  readTier(await readingClient(), { pass: tier.collection as Address, tierId: tier.tierId })

/** What a collection owes its creator, in base units: of a coin, or of the chain's own. */
export const owedTo = async (collection: string, token?: string): Promise<bigint> =>
  (await owedBy(await readingClient(), { pass: collection as Address, ...(token ? { token: token as Address } : {}) })).creatorWei

/** The clock that loans and links end by, in seconds. */
export const chainNowS = async (): Promise<bigint> => (await getBlock(await readingClient())).timestamp

/** The pass collection of a wallet, and whether it exists yet; null where no factory is deployed. */
export async function collectionFor(creator: string): Promise<{ passFactory: Address; collection: Address; exists: boolean } | null> {
  const { passFactory } = (await chainConfig()).contracts
  if (!passFactory) return null
  const client = await readingClient()
  const collection = await collectionOf(client, { passFactory: passFactory as Address, creator: creator as Address })
  return { passFactory: passFactory as Address, collection, exists: (await getCode(client, { address: collection })) !== undefined }
}

/** A contract that keeps what could not be sent: of payments, or of sales. */
export type CreditPlace = { till: string } | { market: string }

/** What the paying wallet could not be sent and may withdraw from a contract; nothing without a wallet. */
export async function creditOf(place: CreditPlace, coin?: Coin): Promise<bigint> {
  const wallet = await payingWallet()
  if (!wallet) return 0n
  const client = await readingClient()
  const of = { account: wallet.address as Address, ...(coin ? { token: coin.token as Address } : {}) }
  return 'till' in place
    ? creditAt(client, { till: place.till as Address, ...of })
    : saleCreditOf(client, { market: place.market as Address, ...of })
}
