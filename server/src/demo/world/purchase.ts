import { randomOf } from '../art/random.ts'
import { fans } from './fans.ts'
import { tiers } from './tiers.ts'
import { day, momentBetween } from './time.ts'
import type { Offset, WorldFollow, WorldPurchase, WorldTier } from './types.ts'

const tierKey = ({ creator, tierId }: { creator: string; tierId: number }) => `${creator}/${tierId}`

/** Passes sold of each tier: 400 in all, `maya/2` to its last chair. */
const sold: Record<string, number> = {
  'neo/1': 36,
  'neo/2': 26,
  'neo/3': 12,
  'lyra/1': 22,
  'lyra/2': 14,
  'kira/1': 20,
  'maya/1': 30,
  'maya/2': 12,
  'alex/1': 22,
  'alex/2': 16,
  'tomas/1': 16,
  'tomas/2': 12,
  'priya/1': 24,
  'priya/2': 14,
  'ama/1': 16,
  'ama/2': 12,
  'magda/1': 20,
  'otis/1': 22,
  'otis/2': 12,
  'haru/1': 18,
  'nour/1': 16,
  'nour/2': 8,
}
/** What fan1 holds on the first morning; each is still good for weeks. */
const boughtByFan1: Record<string, Offset> = { 'neo/1': -20 * day, 'maya/1': -12 * day, 'priya/1': -6 * day }

/** When a pass stops opening things; null is never. */
export const expiresAt = (purchase: WorldPurchase): Offset | null => {
  const durationS = tiers.find((tier) => tierKey(tier) === tierKey(purchase))?.durationS ?? null
  return durationS === null ? null : purchase.at + durationS * 1_000
}

function salesOf(seed: number, tier: WorldTier, follows: WorldFollow[]): WorldPurchase[] {
  const key = tierKey(tier)
  const random = randomOf(`${seed}/sales/${key}`)
  const followers = new Set(follows.filter(({ followee }) => followee === tier.creator).map(({ follower }) => follower))
  const own = boughtByFan1[key]
  const rest = fans
    .filter(({ handle }) => handle !== 'fan1')
    .map(({ handle }) => ({ handle, rank: random.next() + (followers.has(handle) ? 0.5 : 0) }))
    .sort((a, b) => b.rank - a.rank)
    .slice(0, (sold[key] ?? 0) - (own === undefined ? 0 : 1))
  const sale = (buyer: string, at: Offset): WorldPurchase => ({ buyer, creator: tier.creator, tierId: tier.tierId, at })
  return [
    ...(own === undefined ? [] : [sale('fan1', own)]),
    ...rest.map(({ handle }) => sale(handle, momentBetween(random, -88 * day, -day / 2))),
  ]
}

/** Every pass sold so far, in order of time; nobody buys a tier twice. */
export const sellAll = (seed: number, follows: WorldFollow[]): WorldPurchase[] =>
  tiers.flatMap((tier) => salesOf(seed, tier, follows)).sort((a, b) => a.at - b.at)
