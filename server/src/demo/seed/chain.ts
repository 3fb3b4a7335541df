import { buyPass } from '@corefans/chain/actions/buy-pass.ts'
import { collectionOf } from '@corefans/chain/actions/collection-of.ts'
import { createCollectionWithTier } from '@corefans/chain/actions/create-collection-with-tier.ts'
import { readTier } from '@corefans/chain/actions/read-tier.ts'
import { setTier } from '@corefans/chain/actions/set-tier.ts'
import { OPEN_SUPPLY, TIER_FLAGS } from '@corefans/chain/pass-id.ts'
import { toHex } from 'viem'
import { getBlockNumber, getCode, waitForTransactionReceipt } from 'viem/actions'
import { nobody } from '../../kernel/ctx.ts'
import { setWords } from '../../modules/passes/index.ts'
import { reading, signing, walletOf } from '../chain.ts'
import type { WorldPurchase, WorldTier } from '../world/types.ts'
import { groupBy } from './group-by.ts'
import type { Accounts } from './people.ts'
import type { Seeding } from './seeding.ts'

const startMoneyWei = 1_000n * 10n ** 18n
const placeOf = (people: Accounts, handle: string): number => [...people.keys()].indexOf(handle)

/** Money for everybody, then every tier as a real transaction of its creator. Ends when the inbox has seen it all. */
export async function seedChain(seeding: Seeding, tiers: readonly WorldTier[], people: Accounts): Promise<void> {
  const { house, say } = seeding
  say(`minting ${tiers.length} pass tiers`)
  const client = reading(house.chain.rpcUrl)
  for (const place of [...people.keys()].keys())
    await client.request({ method: 'anvil_setBalance' as never, params: [walletOf(place).address, toHex(startMoneyWei)] as never })
  for (const group of groupBy(tiers, (tier) => tier.creator).values()) for (const tier of group) await offer(seeding, tier, people)
  await house.transact(nobody, async (ctx) => {
    for (const tier of tiers) await setWords(ctx, people.get(tier.creator) as string, tier)
  })
  await seen(seeding)
}

async function offer({ house }: Seeding, tier: WorldTier, people: Accounts): Promise<void> {
  const client = signing(house.chain.rpcUrl, walletOf(placeOf(people, tier.creator)))
  const passFactory = house.chain.contracts.passFactory as `0x${string}`
  const pass = await collectionOf(client, { passFactory, creator: client.account.address })
  const flags = (tier.soulbound ? TIER_FLAGS.soulbound : 0) + (tier.renewable ? 0 : TIER_FLAGS.nonRenewable)
  const terms = {
    tierId: tier.tierId,
    priceWei: tier.priceWei,
    durationS: tier.durationS ?? 0,
    maxSupply: tier.maxSupply ?? OPEN_SUPPLY,
    perks: 0n,
    flags,
  }
  const exists = (await getCode(client, { address: pass })) !== undefined
  if (exists && (await readTier(client, { pass, tierId: tier.tierId }))) return
  const hash = exists ? await setTier(client, { pass, ...terms }) : await createCollectionWithTier(client, { passFactory, ...terms })
  await waitForTransactionReceipt(client, { hash })
}

/** Each purchase is the buyer's own transaction; buyers shop side by side, each in their own order. */
export async function seedPurchases(seeding: Seeding, purchases: readonly WorldPurchase[], people: Accounts): Promise<void> {
  const { house, say } = seeding
  say(`buying ${purchases.length} passes on the chain`)
  const [kept] = await house.db.sql<{ n: number }>(`select count(*)::int as n from pass_tokens`)
  if (kept && kept.n > 0) return // a crash came after the shopping had begun; what was bought stays bought
  await Promise.all(
    [...groupBy(purchases, (purchase) => purchase.buyer)].map(([buyer, basket]) => shop(seeding, placeOf(people, buyer), basket, people)),
  )
  await seen(seeding)
}

async function shop({ house }: Seeding, place: number, basket: readonly WorldPurchase[], people: Accounts): Promise<void> {
  const client = signing(house.chain.rpcUrl, walletOf(place))
  const passFactory = house.chain.contracts.passFactory as `0x${string}`
  for (const { creator, tierId } of basket) {
    const pass = await collectionOf(client, { passFactory, creator: walletOf(placeOf(people, creator)).address })
    const tier = await readTier(client, { pass, tierId })
    if (!tier) continue
    const hash = await buyPass(client, { pass, tierId, priceWei: tier.priceWei })
    await waitForTransactionReceipt(client, { hash })
  }
}

/** Waits until the inbox stands at the chain's head. */
async function seen({ house }: Seeding): Promise<void> {
  const head = Number(await getBlockNumber(reading(house.chain.rpcUrl), { cacheTime: 0 }))
  house.chain.poke()
  while (house.chain.head() < head) await new Promise((done) => setTimeout(done, 20))
}
