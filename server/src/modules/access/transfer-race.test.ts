import { buyListing } from '@corefans/chain/actions/fill-order.ts'
import { transferPass } from '@corefans/chain/actions/transfer-pass.ts'
import { waitForTransactionReceipt } from 'viem/actions'
import { expect, test } from 'vitest'
import { reading } from '../../demo/chain.ts'
import { aStage, type Racer, surfaces, throughUs } from '../../testing/access-points.ts'
import { askIn, Bazaar, type Trader } from '../../testing/market-fixture.ts'
import { race } from '../../testing/transfer-race.ts'
import { useWorld } from '../../testing/world.ts'

const world = useWorld({ ownChain: true })
const { market, aTrader, list, aSale } = new Bazaar(world)

const racer = ({ person: { handle, cookie }, wallet }: Trader): Racer => ({ handle, cookie, wallet: throughUs(world().url, wallet) })
const mined = async (hash: `0x${string}`) => void (await waitForTransactionReceipt(reading(world().rpcUrl), { hash }))

test('M01 access moves with the pass everywhere at once: all that was open to the seller closes, and opens to the buyer, by sale and by gift', async () => {
  const { creator, seller, which } = await aSale({ durationS: 0 })
  const [buyer, friend] = [racer(await aTrader()), racer(await aTrader())]
  const stage = await aStage(world().url, racer(creator))
  const listing = await list(seller, which)
  const sale = async () => mined(await buyListing(buyer.wallet, { market: market(), listing: askIn(listing) }))
  const sold = await race({ stage, from: racer(seller), to: buyer, move: sale })
  expect(new Set(Object.keys(sold))).toEqual(new Set([...surfaces.map(({ name }) => name), 'standing connection']))
  const gift = async () => mined(await transferPass(buyer.wallet, { ...which, to: friend.wallet.account.address }))
  await race({ stage, from: buyer, to: friend, move: gift })
})
