import { buyListing } from '@corefans/chain/actions/fill-order.ts'
import { renewPass } from '@corefans/chain/actions/renew-pass.ts'
import { expect, test } from 'vitest'
import { askIn, Bazaar, problemWith } from '../../testing/market-fixture.ts'
import { settle } from '../../testing/wallet.ts'
import { useWorld } from '../../testing/world.ts'

const world = useWorld({ ownChain: true })
const { market, aTrader, list, listed, buyIt, aSale } = new Bazaar(world)

test('F3 a renewal, whoever pays it, ends the listing of the pass; page and contract agree', async () => {
  const { creator, seller, which } = await aSale()
  const stranger = await aTrader()
  const old = await list(seller, which)
  expect((await listed(creator.person)).map(({ listingId }) => listingId)).toEqual([old.listingId])
  await settle(world(), await renewPass(stranger.wallet, { ...which, periods: 1, totalWei: 20n }))
  expect(await listed(creator.person)).toEqual([])
  expect(await problemWith(buyListing(stranger.wallet, { market: market(), listing: askIn(old) }))).toBe('market/listing-inactive')
  const again = await list(seller, which)
  expect(again.expiresAt).not.toBe(old.expiresAt)
  await buyIt(stranger, again)
  expect(await listed(creator.person)).toEqual([])
})
