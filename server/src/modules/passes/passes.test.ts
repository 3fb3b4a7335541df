import { buyPass } from '@corefans/chain/actions/buy-pass.ts'
import { renewPass } from '@corefans/chain/actions/renew-pass.ts'
import { beforeAll, describe, expect, test } from 'vitest'
import { aPicture } from '../../testing/image.ts'
import type { Person } from '../../testing/person.ts'
import { aTier, aWallet, buy, core, give, settle, type Tier } from '../../testing/wallet.ts'
import { useWorld } from '../../testing/world.ts'

const world = useWorld({ ownChain: true })
const holdersOnly = { anyOf: [[{ kind: 'pass' as const }]] }

async function aGatedPost(author: Person) {
  const { body: image } = await author.upload(await aPicture())
  const post = await author.must('POST /api/posts', { text: 'the secret set list', audience: holdersOnly, mediaIds: [image.id] })
  return { id: post.id, url: post.media[0]?.url as string, preview: post.media[0]?.previewUrl as string }
}

/** What a person gets of the post and of its image's own address. */
async function seen(person: Person, post: { id: string; url: string }) {
  const view = await person.must('GET /api/posts/:postId', { postId: post.id })
  const bytes = await person.get(post.url)
  return { locked: view.locked, text: view.text, url: view.media[0]?.url, bytes: bytes.status }
}
const open = (post: { url: string }) => ({ locked: false, text: 'the secret set list', url: post.url, bytes: 200 })
const shut = { locked: true, text: undefined, url: undefined, bytes: 403 }

describe('passes and access', () => {
  let maya: Person
  let tier: Tier
  let post: Awaited<ReturnType<typeof aGatedPost>>
  beforeAll(async () => {
    maya = await world().person()
    tier = await aTier(world(), await aWallet(world(), maya), { maxSupply: 1_000 })
    post = await aGatedPost(maya)
  })

  test('ACC-01 access follows the pass: bought it opens, given away it closes for the one and opens for the other', async () => {
    const [fan1, fan2] = [await world().person(), await world().person()]
    const [wallet1, wallet2] = [await aWallet(world(), fan1), await aWallet(world(), fan2)]
    expect(await seen(fan1, post)).toEqual(shut)
    const id = await buy(world(), wallet1, tier)
    expect(await seen(fan1, post)).toEqual(open(post))
    const socket = await fan2.socket()
    await socket.join(`account:${fan2.id}`)
    await give(world(), wallet1, wallet2, { pass: tier.pass, id })
    expect(await seen(fan1, post)).toEqual(shut)
    expect(await seen(fan2, post)).toEqual(open(post))
    await socket.heard((frame) => frame.type === 'event' && frame.event.type === 'access.changed' && frame.event.reason === 'received')
    socket.close()
  })

  test("a seller's renewal after the transfer lengthens the receiver's pass and gives the seller nothing", async () => {
    const [seller, buyer] = [await world().person(), await world().person()]
    const [from, to] = [await aWallet(world(), seller), await aWallet(world(), buyer)]
    const id = await buy(world(), from, tier, 2)
    await give(world(), from, to, { pass: tier.pass, id })
    const before = (await buyer.must('GET /api/me/passes')).items[0]?.expiresAt as string
    await settle(world(), await renewPass(from, { pass: tier.pass, id, periods: 1, totalWei: tier.priceWei }))
    const after = (await buyer.must('GET /api/me/passes')).items[0]?.expiresAt as string
    expect(Date.parse(after) - Date.parse(before)).toBe(30 * 86_400_000)
    expect([(await seen(seller, post)).locked, (await seen(buyer, post)).locked]).toEqual([true, false])
    expect((await seller.must('GET /api/me/passes')).items).toEqual([])
  })

  test('a wallet that is unlinked opens nothing any more, and closes the topics it had opened', async () => {
    const fan = await world().person()
    const wallet = await aWallet(world(), fan)
    await aWallet(world(), fan)
    await buy(world(), wallet, tier, 3)
    const poll = (await maya.must('POST /api/posts', { text: 'vote', audience: holdersOnly, poll: { options: ['A', 'B'] } })).poll
    const socket = await fan.socket()
    expect(await socket.join(`poll:${poll?.id}`)).toMatchObject({ type: 'subscribed' })
    await fan.must('DELETE /api/me/wallets/:address', { address: wallet.account.address.toLowerCase() })
    expect((await seen(fan, post)).locked).toBe(true)
    await socket.heard((frame) => frame.type === 'denied' && frame.topic === `poll:${poll?.id}`)
    socket.close()
  })

  test('ACC-03 nothing of a locked post leaves the server: no text, no address, no bytes, a preview of 24 pixels', async () => {
    for (const stranger of [world().visitor, await world().person()]) {
      const raw = (await stranger.get(`/api/posts/${post.id}`)).body
      expect(raw).not.toContain('secret')
      expect(raw).not.toContain('large.webp')
      for (const list of [`/api/profiles/${maya.handle}/posts`, '/api/feed?tab=explore'])
        expect((await stranger.get(list)).body).not.toContain('secret set list')
      for (const rendition of ['large', 'small']) expect((await stranger.get(post.url.replace('large', rendition))).status).toBe(403)
      expect((await stranger.get(post.url, { 'if-none-match': `"${post.url.split('/')[2]}-large"` })).status).toBe(403)
      expect((await stranger.get(post.url, { range: 'bytes=0-10' })).status).toBe(403)
      expect((await stranger.get(post.preview)).status).toBe(200)
      expect((await stranger.call('GET /api/posts/:postId/revisions', { postId: post.id })).status).toBe(403)
      expect((await stranger.call('PUT /api/posts/:postId/like', { postId: post.id })).status).toBe(stranger.id ? 403 : 401)
    }
    const small = await world().host.app.inject({ url: post.preview })
    const { default: sharp } = await import('sharp')
    expect((await sharp(small.rawPayload).metadata()).width).toBeLessThanOrEqual(32)
  })

  test('a post for one tier stays locked for holders of another', async () => {
    const other = await maya.call('POST /api/posts', { text: 'x', audience: { anyOf: [[{ kind: 'pass', tierIds: [9] }]] } })
    expect([other.status, other.body.type]).toEqual([422, '/problems/passes/unknown-tier'])
    const mine = await maya.must('POST /api/posts', { text: 'x', audience: { anyOf: [[{ kind: 'pass', tierIds: [1] }]] } })
    expect((await world().visitor.must('GET /api/posts/:postId', { postId: mine.id })).unlock).toMatchObject({
      follow: false,
      tiers: [{ tierId: 1, price: { amount: core.toString() } }],
    })
  })
})

test('TOK-03 a profile lists the passes it holds, and no longer once it hides them', async () => {
  const creator = await world().person()
  const tier = await aTier(world(), await aWallet(world(), creator))
  const [fan1, fan2] = [await world().person(), await world().person()]
  await buy(world(), await aWallet(world(), fan1), tier)
  const holdings = async (viewer: Person) => (await viewer.must('GET /api/profiles/:handle', { handle: fan1.handle })).holdings
  expect(await holdings(fan2)).toEqual([{ handle: creator.handle, creatorName: creator.handle, tierName: 'Tier 1' }])
  await fan1.must('PATCH /api/me/profile', { hidesHoldings: true })
  expect(await holdings(fan2)).toBeUndefined()
  expect((await holdings(fan1))?.length).toBe(1)
})

test('TOK-02 a capped pass of 30 days sells out at its cap, ends by the clock, and can be renewed', async () => {
  const creator = await world().person()
  await creator.must('PUT /api/me/tiers/:tierId', { tierId: 1, name: 'Backstage', perks: ['Everything'] })
  const tier = await aTier(world(), await aWallet(world(), creator), { maxSupply: 3 })
  const post = await aGatedPost(creator)
  const fans = await Promise.all([1, 2, 3, 4].map(() => world().person()))
  const wallets = await Promise.all(fans.map((fan) => aWallet(world(), fan)))
  for (const [i, wallet] of wallets.slice(0, 3).entries()) await buy(world(), wallet, tier, i + 1)
  const [view] = (await world().visitor.must('GET /api/profiles/:handle/passes', { handle: creator.handle })).items
  expect(view).toMatchObject({
    name: 'Backstage',
    minted: 3,
    maxSupply: 3,
    soldOut: true,
    durationS: 30 * 86_400,
    price: { amount: core.toString(), asset: '31337:native', decimals: 18 },
  })
  await expect(buyPass(wallets[3] as (typeof wallets)[number], tier)).rejects.toThrow(/SoldOut/)
  expect(await seen(fans[0] as Person, post)).toEqual(open(post))
  const socket = await (fans[0] as Person).socket()
  await socket.join(`account:${fans[0]?.id}`)
  await world().visitor.must('POST /api/demo/clock', { advanceMs: 31 * 86_400_000 })
  expect(await seen(fans[0] as Person, post)).toEqual(shut)
  await socket.heard((frame) => frame.type === 'event' && frame.event.type === 'access.changed' && frame.event.reason === 'expired')
  const [holding] = (await (fans[0] as Person).must('GET /api/me/passes')).items
  expect(holding).toMatchObject({ active: false, tier: { renewable: true, viewer: { holds: false } } })
  const client = wallets[0] as (typeof wallets)[number]
  await settle(
    world(),
    await renewPass(client, { pass: tier.pass, id: BigInt(holding?.tokenId as string), periods: 1, totalWei: tier.priceWei }),
  )
  expect(await seen(fans[0] as Person, post)).toEqual(open(post))
  socket.close()
})
