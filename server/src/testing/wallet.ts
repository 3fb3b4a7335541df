import { buyPass } from '@corefans/chain/actions/buy-pass.ts'
import { collectionOf } from '@corefans/chain/actions/collection-of.ts'
import { createCollectionWithTier } from '@corefans/chain/actions/create-collection-with-tier.ts'
import type { TierTerms } from '@corefans/chain/actions/tier-terms.ts'
import { transferPass } from '@corefans/chain/actions/transfer-pass.ts'
import type { SigningClient } from '@corefans/chain/clients.ts'
import { OPEN_SUPPLY, passIdOf } from '@corefans/chain/pass-id.ts'
import { type Hash, toHex } from 'viem'
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts'
import { waitForTransactionReceipt } from 'viem/actions'
import { reading, signing } from '../demo/chain.ts'
import { onBehalfOf } from '../kernel/ctx.ts'
import { insertWallet } from '../modules/accounts/index.ts'
import type { Person } from './person.ts'
import type { TestWorld } from './world.ts'

export const core = 10n ** 18n

/** A wallet with money, linked to the person. */
export async function aWallet(world: TestWorld, person: Person): Promise<SigningClient> {
  const account = privateKeyToAccount(generatePrivateKey())
  const address = account.address.toLowerCase()
  await world.host.transact(onBehalfOf(person.id), (ctx) =>
    insertWallet(ctx, { address, account: person.id, kind: 'browser', wrappedKey: null }),
  )
  await reading(world.rpcUrl).request({ method: 'anvil_setBalance' as never, params: [address, toHex(1_000n * core)] as never })
  return signing(world.rpcUrl, account)
}

/** Waits until the transaction is mined and the inbox stands at its block. */
export async function settle(world: TestWorld, hash: Hash): Promise<bigint> {
  const receipt = await waitForTransactionReceipt(reading(world.rpcUrl), { hash })
  if (receipt.status !== 'success') throw new Error(`transaction ${hash} failed`)
  await applied(world, Number(receipt.blockNumber))
  return receipt.blockNumber
}

export async function applied(world: TestWorld, block: number): Promise<void> {
  while (world.host.chain.head() < block) {
    world.host.chain.poke()
    await new Promise((done) => setTimeout(done, 5))
  }
}

export type Tier = { pass: `0x${string}`; tierId: number; priceWei: bigint; payToken?: `0x${string}` | null }
type Terms = Partial<Omit<TierTerms, 'tierId'>>

/** A creator's collection with one tier, as the chain has it. */
export async function aTier(world: TestWorld, creator: SigningClient, terms: Terms = {}): Promise<Tier> {
  const passFactory = world.host.chain.contracts.passFactory as `0x${string}`
  const tier = { tierId: 1, priceWei: core, durationS: 30 * 86_400, maxSupply: OPEN_SUPPLY, perks: 0n, flags: 0, ...terms }
  await settle(world, await createCollectionWithTier(creator, { passFactory, ...tier }))
  const pass = await collectionOf(creator, { passFactory, creator: creator.account.address })
  return { pass, tierId: 1, priceWei: tier.priceWei, payToken: terms.payToken ?? null }
}

/** Buys the n-th pass of a tier; answers its id. */
export async function buy(world: TestWorld, buyer: SigningClient, tier: Tier, serial = 1): Promise<bigint> {
  await settle(world, await buyPass(buyer, tier))
  return passIdOf(tier.tierId, serial)
}

export async function give(
  world: TestWorld,
  from: SigningClient,
  to: SigningClient,
  pass: { pass: `0x${string}`; id: bigint },
): Promise<void> {
  await settle(world, await transferPass(from, { ...pass, to: to.account.address }))
}
