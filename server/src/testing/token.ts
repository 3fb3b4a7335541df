import { batchLaunchAbi } from '@corefans/chain/abi/batch-launch.ts'
import { buyFirstToken, buyToken } from '@corefans/chain/actions/buy-token.ts'
import { createToken } from '@corefans/chain/actions/create-token.ts'
import { openLaunch } from '@corefans/chain/actions/launch.ts'
import { quoteBuyTokenExact } from '@corefans/chain/actions/quote-token.ts'
import { tokenOf } from '@corefans/chain/actions/read-personal-token.ts'
import { signTokenTerms } from '@corefans/chain/actions/sign-token-terms.ts'
import type { SigningClient } from '@corefans/chain/clients.ts'
import { advanceClock } from '@corefans/chain/devnet/clock.ts'
import { batchLaunchOf } from '@corefans/chain/launch.ts'
import type { SignedTokenTerms, TokenTerms } from '@corefans/chain/token-terms.ts'
import type { TokenView } from '@corefans/shared/contracts/tokens.ts'
import { readContract } from 'viem/actions'
import { reading } from '../demo/chain.ts'
import type { Person } from './person.ts'
import { core, settle } from './wallet.ts'
import type { TestWorld } from './world.ts'

export const never = 2n ** 63n
export const someTerms: TokenTerms = { name: 'New fan', symbol: 'NEWFAN', preset: 1, creatorBps: 300, lockSeconds: 0 }

export const factoryOf = (world: TestWorld) => world.host.chain.contracts.tokenFactory as `0x${string}`

/** Signs terms in the wallet and gives them to the server: the token is open, and nothing is on the chain. */
export async function promise(world: TestWorld, person: Person, wallet: SigningClient, terms = someTerms): Promise<TokenView> {
  const { signature, validUntilS } = await signTokenTerms(wallet, { tokenFactory: factoryOf(world), terms })
  const body = { wallet: wallet.account.address, terms, validUntilS: validUntilS.toString(), signature }
  return person.must('PUT /api/me/token', body)
}

/** Buys exactly `amount` of a promised token, as its first buyer; answers its address. */
export async function buyFirst(world: TestWorld, buyer: SigningClient, view: TokenView, amount: bigint): Promise<`0x${string}`> {
  const token = view.address as `0x${string}`
  if (!view.signed) throw new Error('nothing is promised')
  const signed = { ...view.signed, validUntilS: BigInt(view.signed.validUntilS) } as SignedTokenTerms
  const quote = await quoteBuyTokenExact(buyer, { token, terms: signed.terms, amount })
  if (!quote) throw new Error('no quote')
  const buy = { valueWei: quote.valueWei, minOut: amount, deadlineS: never }
  await settle(world, await buyFirstToken(buyer, { tokenFactory: factoryOf(world), signed, ...buy }))
  return token
}

/** A token on the chain, past its first minute. */
export async function aToken(world: TestWorld, creator: SigningClient, terms = someTerms): Promise<`0x${string}`> {
  await settle(world, await createToken(creator, { tokenFactory: factoryOf(world), terms }))
  await advanceClock(reading(world.rpcUrl), 61_000)
  return tokenOf(creator, { tokenFactory: factoryOf(world), creator: creator.account.address })
}

export async function buyFor(world: TestWorld, buyer: SigningClient, token: `0x${string}`, valueWei: bigint): Promise<void> {
  await settle(world, await buyToken(buyer, { token, valueWei, minOut: 0n, deadlineS: never }))
}

export const launchesOf = (world: TestWorld) => batchLaunchOf(factoryOf(world))

/** Opens a fair launch; answers where it is. Ids count from one on each chain. */
export async function aLaunch(world: TestWorld, creator: SigningClient, bounds = { capWei: 5n * core, targetWei: 100n * core }) {
  const batchLaunch = launchesOf(world)
  await settle(world, await openLaunch(creator, { batchLaunch, terms: someTerms, ...bounds }))
  return { batchLaunch, id: await readContract(creator, { address: batchLaunch, abi: batchLaunchAbi, functionName: 'count' }) }
}

/** After the ten minutes. */
export const launchIsOver = (world: TestWorld): Promise<void> => advanceClock(reading(world.rpcUrl), 601_000)
