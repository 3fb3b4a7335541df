import { expect, test } from 'vitest'
import { aTier, aWallet, buy, type Tier } from '../../testing/wallet.ts'
import { useWorld } from '../../testing/world.ts'

const world = useWorld()

test('M17 the first minute begins with a free pass and a locked post that it opens; whoever holds it, or gives it, is offered none', async () => {
  const [giver, seller, fan] = [await world().person(), await world().person(), await world().person()]
  const first = async (who = fan) => (await who.must('GET /api/first-pass')).first as { tier: object; post: object } | null
  expect(await first()).toBeNull()

  const gated = (text: string) => ({ text, audience: { anyOf: [[{ kind: 'pass' as const, tierIds: [1] }]] } })
  await aTier(world(), await aWallet(world(), seller), { priceWei: 20n })
  await seller.must('POST /api/posts', gated('For those who pay'))
  const free: Tier = await aTier(world(), await aWallet(world(), giver), { priceWei: 0n })
  await giver.must('POST /api/posts', { text: 'For everybody', audience: 'public' })
  expect(await first()).toBeNull() // a pass that opens nothing is no beginning
  const secret = await giver.must('POST /api/posts', gated('The storyboard'))

  const offered = await first()
  expect(offered).toMatchObject({
    tier: { creator: { handle: giver.handle }, price: { amount: '0' } },
    post: { id: secret.id, locked: true, unlock: { tiers: [{ tierId: 1 }] } },
  })
  expect(JSON.stringify(offered)).not.toContain('The storyboard')
  expect(await first(giver)).toBeNull()
  await buy(world(), await aWallet(world(), fan), free)
  expect(await first()).toBeNull()
  expect((await fan.must('GET /api/posts/:postId', { postId: secret.id })).text).toBe('The storyboard')
})
