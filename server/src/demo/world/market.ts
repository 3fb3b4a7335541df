import { randomOf } from '../art/random.ts'
import { fans } from './fans.ts'
import { priceNear } from './resales.ts'
import { tiers } from './tiers.ts'
import { day } from './time.ts'
import type { WorldHolding, WorldListing, WorldOffer } from './types.ts'

const listingsInAll = 60
const offersInAll = 25
/** One listing in so many asks for dollars, at the demo's fixed rate of 1.2 for 1 CORE, in whole cents. */
const dollarsIn = 5
const dollarsFor = (priceWei: bigint): bigint => ((priceWei * 12n) / 10n / 10n ** 16n) * 10_000n
/** A pass that ends within days is not worth listing. */
const goodFor = 3 * day

const priceOf = ({ creator, tierId }: { creator: string; tierId: number }): bigint =>
  tiers.find((tier) => tier.creator === creator && tier.tierId === tierId)?.priceWei ?? 0n
const isBound = ({ creator, tierId }: { creator: string; tierId: number }): boolean =>
  tiers.some((tier) => tier.creator === creator && tier.tierId === tierId && tier.soulbound)

/** Passes that their holders ask money for on the first morning; fan1 keeps all three. */
export function listAll(seed: number, holdings: readonly WorldHolding[]): WorldListing[] {
  const random = randomOf(`${seed}/listings`)
  const mayList = holdings.filter(
    (holding) => holding.holder !== 'fan1' && !isBound(holding) && (holding.expiresAt === null || holding.expiresAt > goodFor),
  )
  return random
    .shuffle(mayList)
    .slice(0, listingsInAll)
    .map(({ holder, creator, tierId }, index) => {
      const priceWei = priceNear(random, priceOf({ creator, tierId }))
      const inDollars = index % dollarsIn === dollarsIn - 1
      return {
        ...{ seller: holder, creator, tierId, days: random.int(2, 30) },
        ...(inDollars ? { price: dollarsFor(priceWei), currency: 'usd' as const } : { price: priceWei, currency: 'core' as const }),
      }
    })
}

/** What fans would pay for any pass of a tier, with the money set aside. */
export function offerAll(seed: number, holdings: readonly WorldHolding[]): WorldOffer[] {
  const random = randomOf(`${seed}/offers`)
  const wanted = tiers.filter((tier) => !tier.soulbound && tier.priceWei > 0n)
  return Array.from({ length: offersInAll }, () => {
    const { creator, tierId } = random.pick(wanted)
    const holders = new Set(holdings.filter((one) => one.creator === creator && one.tierId === tierId).map(({ holder }) => holder))
    const bidders = fans.filter(({ handle }) => handle !== 'fan1' && !holders.has(handle))
    const priceWei = priceNear(random, priceOf({ creator, tierId }) / 2n)
    return { bidder: random.pick(bidders.length > 0 ? bidders : fans.slice(1)).handle, creator, tierId, priceWei, days: random.int(3, 20) }
  })
}
