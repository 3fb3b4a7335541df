import { cancelOrder } from '@corefans/chain/actions/market-account.ts'
import type { ListingView } from '@corefans/shared/contracts/market.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Bazaar } from '../../testing/market-fixture.ts'
import { buy, core, settle } from '../../testing/wallet.ts'
import { useWorld } from '../../testing/world.ts'

const world = useWorld({ ownChain: true })
const { market, aTrader, list, buyIt, give, aSale } = new Bazaar(world)

type Model = { asks: Map<bigint, { price: bigint; listing: ListingView }>; held: Set<bigint>; sales: number; volume: bigint }

test('MKT-07 the floor is the lowest listing that can be bought, after each of ten random deeds', async () => {
  const { creator, tier, seller } = await aSale({ durationS: 0 })
  for (const serial of [2, 3, 4]) await buy(world(), seller.wallet, tier, serial)
  const buyer = await aTrader()
  const held = new Set([1n, 2n, 3n, 4n].map((serial) => (1n << 32n) | serial))
  const model: Model = { asks: new Map(), held, sales: 0, volume: 0n }
  const gone = (id: bigint) => [model.asks.delete(id), model.held.delete(id)]
  const deeds: Record<string, (id: bigint, price: bigint) => Promise<unknown>> = {
    list: async (id, price) => {
      const now = model.asks.get(id)
      if (now && now.price < price) return // a higher price needs the cheaper ask cancelled first
      model.asks.set(id, { price, listing: await list(seller, { pass: tier.pass, id }, { price }) })
    },
    buy: async (id) => {
      const now = model.asks.get(id)
      if (!now) return
      await buyIt(buyer, now.listing)
      Object.assign(model, { sales: model.sales + 1, volume: model.volume + now.price })
      gone(id)
    },
    cancel: async (id) => {
      const now = model.asks.get(id)
      if (!now) return
      await settle(world(), await cancelOrder(seller.wallet, { market: market(), nonce: BigInt(now.listing.order.nonce) }))
      model.asks.delete(id)
    },
    give: async (id) => gone(id) && give(seller, buyer, tier, id),
  }
  const deed = fc.record({ kind: fc.constantFrom(...Object.keys(deeds)), which: fc.nat(3), price: fc.bigInt({ min: 1n, max: 99n }) })
  const [drawn = []] = fc.sample(fc.array(deed, { minLength: 10, maxLength: 10 }), 1)
  for (const { kind, which, price } of drawn) {
    const id = [...model.held][which % Math.max(1, model.held.size)]
    if (id !== undefined) await deeds[kind]?.(id, price * core)
    const prices = [...model.asks.values()].map((one) => one.price).sort((a, b) => (a < b ? -1 : 1))
    const stats = await world().visitor.must('GET /api/market/stats', { creator: creator.person.handle })
    expect(stats).toMatchObject({ listed: prices.length, sales: model.sales, volume: { amount: model.volume.toString() } })
    expect(stats.floor?.amount ?? null).toBe(prices[0]?.toString() ?? null)
  }
})
