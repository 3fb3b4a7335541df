import { type Random, randomOf } from '../art/random.ts'
import { fans } from './fans.ts'
import { expiresAt } from './purchase.ts'
import { tiers } from './tiers.ts'
import { day, momentBetween } from './time.ts'
import type { WorldHolding, WorldPurchase, WorldResale } from './types.ts'

const resalesInAll = 150
const tierKey = ({ creator, tierId }: { creator: string; tierId: number }): string => `${creator}/${tierId}`
const tierOf = (pass: WorldPurchase) => tiers.find((tier) => tierKey(tier) === tierKey(pass))

/** A price in whole hundredths of a CORE, between six tenths and twice what the pass cost. */
export function priceNear(random: Random, priceWei: bigint): bigint {
  const cent = 10n ** 16n
  const near = (priceWei * BigInt(random.int(60, 200))) / 100n
  return near < cent ? cent * BigInt(random.int(2, 9)) : (near / cent) * cent
}

/** Passes that changed hands between fans: each once, while still good, to somebody who had none of the tier. */
export function resellAll(seed: number, purchases: readonly WorldPurchase[]): WorldResale[] {
  const random = randomOf(`${seed}/resales`)
  const holders = new Map<string, Set<string>>()
  for (const purchase of purchases) holders.set(tierKey(purchase), (holders.get(tierKey(purchase)) ?? new Set()).add(purchase.buyer))
  const mayMove = purchases.filter((purchase) => purchase.buyer !== 'fan1' && purchase.at < -3 * day && !tierOf(purchase)?.soulbound)
  const resales = random
    .shuffle(mayMove)
    .slice(0, resalesInAll)
    .flatMap((purchase): WorldResale[] => {
      const taken = holders.get(tierKey(purchase)) as Set<string>
      const free = fans.filter(({ handle }) => handle !== 'fan1' && !taken.has(handle))
      if (free.length === 0) return []
      const buyer = random.pick(free).handle
      taken.add(buyer)
      const until = Math.min(expiresAt(purchase) ?? 0, -day / 12)
      const at = momentBetween(random, purchase.at + day / 2, until)
      const { creator, tierId } = purchase
      return [{ seller: purchase.buyer, buyer, creator, tierId, priceWei: priceNear(random, tierOf(purchase)?.priceWei ?? 0n), at }]
    })
  return resales.sort((a, b) => a.at - b.at)
}

/** Who has which pass on the first morning, since when and until when. */
export function holdingsOf(purchases: readonly WorldPurchase[], resales: readonly WorldResale[]): WorldHolding[] {
  return purchases.map((purchase) => {
    const sold = resales.find((resale) => resale.seller === purchase.buyer && tierKey(resale) === tierKey(purchase))
    const { creator, tierId } = purchase
    return { holder: sold?.buyer ?? purchase.buyer, creator, tierId, since: sold?.at ?? purchase.at, expiresAt: expiresAt(purchase) }
  })
}
