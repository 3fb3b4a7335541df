import { buyPass } from '@corefans/chain/actions/buy-pass.ts'
import { createCollectionWithTier } from '@corefans/chain/actions/create-collection-with-tier.ts'
import { setTier } from '@corefans/chain/actions/set-tier.ts'
import { OPEN_SUPPLY, TIER_FLAGS } from '@corefans/chain/pass-id.ts'
import { nobody } from '../../kernel/ctx.ts'
import { setWords } from '../../modules/passes/index.ts'
import { day, minute } from '../world/time.ts'
import type { WorldPurchase, WorldTier } from '../world/types.ts'
import { collectionsOf, placeOf } from './chain.ts'
import type { Deed } from './history.ts'
import type { Accounts } from './people.ts'
import type { Seeding } from './seeding.ts'

/** Every tier as its creator's transaction on the first day; the first of a creator brings the collection. */
export async function tierDeeds(seeding: Seeding, tiers: readonly WorldTier[], people: Accounts): Promise<Deed[]> {
  const passFactory = seeding.host.chain.contracts.passFactory as `0x${string}`
  const passes = await collectionsOf(
    seeding,
    people,
    tiers.map(({ creator }) => creator),
  )
  const opened = new Set<string>()
  return tiers.map((tier, index) => {
    const isFirst = !opened.has(tier.creator)
    opened.add(tier.creator)
    const pass = passes.get(tier.creator) as `0x${string}`
    return {
      at: -90 * day + (1 + index) * minute,
      place: placeOf(people, tier.creator),
      does: (client) =>
        isFirst ? createCollectionWithTier(client, { passFactory, ...termsOf(tier) }) : setTier(client, { pass, ...termsOf(tier) }),
    }
  })
}

function termsOf(tier: WorldTier) {
  return {
    tierId: tier.tierId,
    priceWei: tier.priceWei,
    durationS: tier.durationS ?? 0,
    maxSupply: tier.maxSupply ?? OPEN_SUPPLY,
    perks: 0n,
    flags: (tier.soulbound ? TIER_FLAGS.soulbound : 0) + (tier.renewable ? 0 : TIER_FLAGS.nonRenewable),
  }
}

/** What a tier is called and offers, as its creator wrote it. */
export async function nameTiers({ host }: Seeding, tiers: readonly WorldTier[], people: Accounts): Promise<void> {
  await host.transact(nobody, async (ctx) => {
    for (const tier of tiers) await setWords(ctx, people.get(tier.creator) as string, tier)
  })
}

/** Each purchase is the buyer's own transaction, at its moment. */
export async function purchaseDeeds(
  seeding: Seeding,
  { purchases, tiers }: { purchases: readonly WorldPurchase[]; tiers: readonly WorldTier[] },
  people: Accounts,
): Promise<Deed[]> {
  const passes = await collectionsOf(
    seeding,
    people,
    tiers.map(({ creator }) => creator),
  )
  const priceOf = new Map(tiers.map(({ creator, tierId, priceWei }) => [`${creator}/${tierId}`, priceWei]))
  return purchases.map(({ buyer, creator, tierId, at }) => ({
    at,
    place: placeOf(people, buyer),
    does: (client) =>
      buyPass(client, {
        pass: passes.get(creator) as `0x${string}`,
        tierId,
        priceWei: priceOf.get(`${creator}/${tierId}`) as bigint,
      }),
  }))
}
