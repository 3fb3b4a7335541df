import pg from 'pg'
import { describe, expect, test, vi } from 'vitest'
import { nobody } from '../../kernel/ctx.ts'
import { aPicture } from '../../testing/image.ts'
import { useWorld } from '../../testing/world.ts'
import { count, reconcile } from './index.ts'

const world = useWorld()

describe('profiles', () => {
  test('PRO-01 a profile is found in any case of its handle; nobody is a 404', async () => {
    const maya = await world().person('maya')
    const fan = await world().person()
    await fan.must('PUT /api/profiles/:handle/follow', { handle: 'MAYA' })
    expect((await fan.must('GET /api/profiles/:handle', { handle: 'MaYa' })).viewer).toEqual({
      isSelf: false,
      follows: true,
      followsYou: false,
      blocks: false,
      mutes: false,
    })
    expect((await maya.must('GET /api/profiles/:handle', { handle: 'maya' })).viewer.isSelf).toBe(true)
    expect((await world().visitor.call('GET /api/profiles/:handle', { handle: 'nobody' })).status).toBe(404)
  })

  test('PRO-02 counters move with what they count, in open pages too, and back', async () => {
    const maya = await world().person()
    const socket = await world().visitor.socket()
    await socket.join(`profile:${maya.id}`)
    const ids = await Promise.all([1, 2].map(async (n) => (await maya.upload(await aPicture(n))).body.id))
    const post = await maya.must('POST /api/posts', { text: 'two pictures', mediaIds: ids })
    await socket.heard(
      (f) => f.type === 'event' && f.event.type === 'profile.counted' && f.event.counters.posts === 1 && f.event.counters.images === 2,
    )
    const counters = async () => (await world().visitor.must('GET /api/profiles/:handle', { handle: maya.handle })).counters
    expect(await counters()).toEqual({ posts: 1, images: 2, videos: 0, audio: 0, streams: 0, likes: 0, fans: 0 })
    await (await world().person()).must('PUT /api/posts/:postId/like', { postId: post.id })
    expect(await counters()).toMatchObject({ likes: 1 })
    await maya.must('DELETE /api/posts/:postId', { postId: post.id })
    expect(await counters()).toEqual({ posts: 0, images: 0, videos: 0, audio: 0, streams: 0, likes: 0, fans: 0 })
    await maya.must('POST /api/posts/:postId/restore', { postId: post.id })
    expect(await counters()).toMatchObject({ posts: 1, images: 2, likes: 1 })
    socket.close()
  })

  test('PRO-03 each tab holds exactly the posts of its kind', async () => {
    const maya = await world().person()
    const { body: image } = await maya.upload(await aPicture())
    const texts = { words: {}, picture: { mediaIds: [image.id] }, vote: { poll: { options: ['A', 'B'] } } }
    for (const [text, rest] of Object.entries(texts)) await maya.must('POST /api/posts', { text, ...rest })
    const tab = async (only: 'all' | 'images' | 'polls') =>
      (await world().visitor.must('GET /api/profiles/:handle/posts', { handle: maya.handle, only })).items.map((post) => post.text)
    expect([await tab('all'), await tab('images'), await tab('polls')]).toEqual([['vote', 'picture', 'words'], ['picture'], ['vote']])
    const first = await world().visitor.must('GET /api/profiles/:handle/posts', { handle: maya.handle, limit: 2 })
    const second = await world().visitor.must('GET /api/profiles/:handle/posts', {
      handle: maya.handle,
      limit: 2,
      cursor: first.nextCursor as string,
    })
    expect([second.items.map((post) => post.text), second.nextCursor]).toEqual([['words'], null])
  })

  test('PRO-04 eight web links stand; a ninth and a script link do not', async () => {
    const maya = await world().person()
    const links = Array.from({ length: 8 }, (_, i) => `https://maya.example/${i}`)
    const edited = await maya.must('PATCH /api/me/profile', { links, bio: 'First\nSecond', location: 'Lisbon' })
    expect(edited).toMatchObject({ links, bio: 'First\nSecond', location: 'Lisbon' })
    for (const bad of [[...links, 'https://nine.example'], ['javascript:alert(1)'], ['JaVaScRiPt:alert(1)'], ['data:text/html,x'], ['//x']])
      expect((await maya.call('PATCH /api/me/profile', { links: bad })).status).toBe(422)
    expect((await world().visitor.must('GET /api/profiles/:handle', { handle: maya.handle })).links).toEqual(links)
  })

  test('PRO-05 a name is required and named in the problem; what is not sent stays', async () => {
    const maya = await world().person()
    await maya.must('PATCH /api/me/profile', { bio: 'kept' })
    const refused = await maya.call('PATCH /api/me/profile', { name: '   ' })
    expect([refused.status, refused.body]).toMatchObject([422, { issues: [{ path: 'name' }] }])
    expect(await maya.must('PATCH /api/me/profile', { location: 'Oslo' })).toMatchObject({
      name: maya.handle,
      bio: 'kept',
      location: 'Oslo',
    })
  })

  test('PRO-06 the join date is one instant, whatever zone the server runs in', async () => {
    const maya = await world().person()
    await world().db.sql(`update profiles set joined_at = '2026-01-01T01:00:00Z' where account_id = $1`, [maya.id])
    const { joinedAt } = await world().visitor.must('GET /api/profiles/:handle', { handle: maya.handle })
    expect(joinedAt).toBe('2026-01-01T01:00:00.000Z')
    const month = (timeZone: string) =>
      new Intl.DateTimeFormat('en', { month: 'short', year: 'numeric', timeZone }).format(new Date(joinedAt))
    expect([month('America/Los_Angeles'), month('Asia/Tokyo')]).toEqual(['Dec 2025', 'Jan 2026'])
  })
})

describe('counters', () => {
  test('DAT-01 a profile costs the same few statements with 10 posts or 10,000', async () => {
    const counted = async (handle: string) => {
      let n = 0
      const { query } = pg.Client.prototype as { query: (...args: unknown[]) => unknown }
      const ask = vi.spyOn(pg.Client.prototype as { query: typeof query }, 'query').mockImplementation(function (this: unknown, ...args) {
        n += 1
        return query.apply(this, args)
      })
      await world().visitor.must('GET /api/profiles/:handle', { handle })
      ask.mockRestore()
      return n
    }
    // Each count is of a profile that nobody has asked for, so nothing of it is remembered. The watcher and the relay ask
    // now and then: the quietest of some counts is the page's own.
    const statements = async (posts: number) => {
      const counts: number[] = []
      for (let i = 0; i < 6; i++) {
        const { id, handle } = await world().person()
        await world().db.sql(`insert into posts (author_id, text, created_at) select $1, 'x', now() from generate_series(1, $2::int)`, [
          id,
          posts,
        ])
        counts.push(await counted(handle))
      }
      return Math.min(...counts)
    }
    for (const posts of [10, 10_000]) {
      const n = await statements(posts)
      expect(n).toBeGreaterThan(0)
      expect(n).toBeLessThanOrEqual(5)
    }
  })

  test('DAT-02 drift is found, reported and healed; what is right is left alone', async () => {
    const maya = await world().person()
    await maya.must('POST /api/posts', { text: 'one' })
    await reconcile(world().host) // heals the rows that the test above put in behind the counters' back
    expect(await reconcile(world().host)).toEqual([])
    await world().db.sql(
      `update profile_counters set n = case kind when 'posts' then 999 else 7 end where account_id = $1 and kind in ('posts', 'fans')`,
      [maya.id],
    )
    const drifts = await reconcile(world().host)
    expect(drifts).toMatchObject([{ accountId: maya.id, stored: { posts: 999, fans: 7 }, recounted: { posts: 1, fans: 0 } }])
    expect((await world().visitor.must('GET /api/profiles/:handle', { handle: maya.handle })).counters).toMatchObject({ posts: 1, fans: 0 })
    expect(await reconcile(world().host)).toEqual([])
    const [kept] = await world().db.sql<{ n: number }>(`select count(*)::int as n from counter_drifts where account_id = $1`, [maya.id])
    expect(kept?.n).toBe(1)
  })

  test('DAT-02 reconciling while people act never invents a drift', async () => {
    const maya = await world().person()
    const fans = await Promise.all(Array.from({ length: 20 }, () => world().person()))
    const [drifts] = await Promise.all([
      (async () => (await Promise.all(Array.from({ length: 10 }, () => reconcile(world().host)))).flat())(),
      ...fans.map((fan) => fan.must('PUT /api/profiles/:handle/follow', { handle: maya.handle })),
      ...fans.map((fan) => fan.must('POST /api/posts', { text: 'x' })),
    ])
    expect(drifts).toEqual([])
    expect((await world().visitor.must('GET /api/profiles/:handle', { handle: maya.handle })).counters.fans).toBe(20)
  })

  test('D4 counts of one account that move at once are told whole: the later event knows what the earlier counted', async () => {
    const maya = await world().person()
    const { transact } = world().host
    let commit = () => {}
    const held = new Promise<void>((resolve) => {
      commit = resolve
    })
    let counted = () => {}
    const first = new Promise<void>((resolve) => {
      counted = resolve
    })
    const earlier = transact(nobody, async (ctx) => {
      await count(ctx, new Map([[maya.id, { fans: 1 }]]))
      counted()
      await held
    })
    await first
    let isDone = false
    const later = transact(nobody, (ctx) => count(ctx, new Map([[maya.id, { likes: 1 }]]))).then(() => {
      isDone = true
    })
    const waits = async () => (await world().db.sql(`select 1 from pg_locks where not granted`)).length > 0
    while (!isDone && !(await waits())) await new Promise((soon) => setTimeout(soon, 5))
    commit()
    await Promise.all([earlier, later])
    const told = await world().db.sql<{ counters: object }>(
      `select payload->'counters' as counters from outbox where type = 'profile.counted' and payload->>'accountId' = $1 order by id`,
      [maya.id],
    )
    expect(told.map(({ counters }) => counters)).toMatchObject([
      { fans: 1, likes: 0 },
      { fans: 1, likes: 1 },
    ])
    await reconcile(world().host) // nobody follows nor likes: what was counted here is healed
  })

  test('D4 a kind that has no row yet counts nothing, and its first drift is healed without inventing one', async () => {
    const maya = await world().person()
    await world().db.sql(`delete from profile_counters where account_id = $1 and kind <> 'fans'`, [maya.id])
    expect(await reconcile(world().host)).toEqual([])
    await world().db.sql(`insert into profile_counters (account_id, kind, n) values ($1, 'streams', 3)`, [maya.id])
    expect(await reconcile(world().host)).toMatchObject([{ accountId: maya.id, stored: { streams: 3 }, recounted: { streams: 0 } }])
  })
})
