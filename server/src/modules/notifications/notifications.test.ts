import { expect, test } from 'vitest'
import { aTier, aWallet, buy, give } from '../../testing/wallet.ts'
import { useWorld } from '../../testing/world.ts'

const world = useWorld({ ownChain: true })

test('NOT-01 a like, a follow, a sale, a purchase, a gift and the end of a poll are each told, with their link', async () => {
  const [maya, fan, friend] = [await world().person(), await world().person(), await world().person()]
  const [creatorWallet, fanWallet, friendWallet] = [
    await aWallet(world(), maya),
    await aWallet(world(), fan),
    await aWallet(world(), friend),
  ]
  const post = await maya.must('POST /api/posts', { text: 'a post to like', poll: { options: ['A', 'B'], durationMs: 60_000 } })
  await fan.must('PUT /api/posts/:postId/like', { postId: post.id })
  await maya.must('PUT /api/posts/:postId/like', { postId: post.id })
  await fan.must('PUT /api/profiles/:handle/follow', { handle: maya.handle })
  const tier = await aTier(world(), creatorWallet)
  const id = await buy(world(), fanWallet, tier)
  await give(world(), fanWallet, friendWallet, { pass: tier.pass, id })
  await world().visitor.must('POST /api/demo/clock', { advanceMs: 61_000 })
  await world().settled()
  const rows = async (who: typeof maya) => (await who.must('GET /api/notifications', { limit: 50 })).items
  expect(Object.fromEntries((await rows(maya)).map((row) => [row.type, row.href]))).toEqual({
    like: `/post/${post.id}`,
    follow: `/@${fan.handle}`,
    sale: '/studio/passes',
    'poll-end': `/post/${post.id}`,
  })
  expect((await rows(maya)).find((row) => row.type === 'like')).toMatchObject({
    count: 1,
    actors: [{ handle: fan.handle }],
    excerpt: 'a post to like',
    read: false,
  })
  expect((await rows(fan)).map((row) => row.type)).toEqual(['purchase'])
  expect((await rows(friend)).map((row) => [row.type, row.actors[0]?.handle])).toEqual([['transfer', fan.handle]])
})

test('NOT-05 the badge reaches every tab, and reading in one empties it in all', async () => {
  const [maya, fan] = [await world().person(), await world().person()]
  const tabs = [await maya.socket(), await maya.socket()]
  for (const tab of tabs) await tab.join(`account:${maya.id}`)
  await fan.must('PUT /api/profiles/:handle/follow', { handle: maya.handle })
  for (const tab of tabs)
    await tab.heard((frame) => frame.type === 'state' && frame.state.type === 'badges' && frame.state.notifications === 1)
  expect(await maya.must('GET /api/me/badges')).toEqual({ messages: 0, streams: 0, notifications: 1 })
  await maya.must('POST /api/notifications/read')
  for (const tab of tabs)
    await tab.heard((frame) => frame.type === 'state' && frame.state.type === 'badges' && frame.state.notifications === 0)
  expect((await fan.call('POST /api/notifications/read', { ids: [fan.id] })).status).toBe(200)
  for (const tab of tabs) tab.close()
})

test('NOT-05 a client that was away asks from its last number: three events come once each, in order', async () => {
  const [maya, fan] = [await world().person(), await world().person()]
  const first = await maya.socket()
  const joined = await first.join(`account:${maya.id}`)
  const since = joined.type === 'subscribed' ? joined.seq : 0
  first.close()
  for (const text of ['1', '2', '3']) {
    const post = await maya.must('POST /api/posts', { text })
    await fan.must('PUT /api/posts/:postId/like', { postId: post.id })
    await world().settled()
  }
  const second = await maya.socket()
  second.send({ type: 'subscribe', topics: [`account:${maya.id}`], since })
  await second.heard((frame) => frame.type === 'event' && frame.event.type === 'notification.added' && frame.event.unread === 3)
  const seqs = second.frames.flatMap((frame) => (frame.type === 'event' ? [frame.seq] : []))
  expect([seqs.length, new Set(seqs).size]).toEqual([3, 3])
  expect(seqs).toEqual([...seqs].sort((a, b) => a - b))
  second.close()
})

test('E3 a line of a crowd counts everybody on it once, whatever they repeat', async () => {
  const [maya, ...fans] = [await world().person(), await world().person(), await world().person(), await world().person()]
  const post = await maya.must('POST /api/posts', { text: 'liked, and liked again' })
  for (const fan of [...fans, ...fans]) {
    await fan.must('PUT /api/posts/:postId/like', { postId: post.id })
    await world().settled()
    await fan.must('DELETE /api/posts/:postId/like', { postId: post.id })
  }
  await world().settled()
  const [line] = (await maya.must('GET /api/notifications', { limit: 50 })).items
  expect([line?.type, line?.count]).toEqual(['like', fans.length])
  expect(line?.actors.map(({ handle }) => handle)).toEqual([...fans].reverse().map(({ handle }) => handle))
})
