import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CoreFans, compose } from '../../compose.ts'
import { freePort } from '../../embedded/free-port.ts'
import { onBehalfOf, readOn } from '../../kernel/ctx.ts'
import { type Db, openDb } from '../../kernel/db.ts'
import { aPicture } from '../../testing/image.ts'
import { personWith } from '../../testing/person.ts'
import { useWorld } from '../../testing/world.ts'
import { readFeed } from './read-feed.ts'

const world = useWorld()

/** A second process of the same CoreFans. */
let other: CoreFans
beforeAll(async () => {
  const config = { ...world().config, port: await freePort(), role: 'web' as const }
  other = await compose({
    config,
    db: openDb(world().databaseUrl),
    databaseUrl: world().databaseUrl,
    chain: { ...world().host.chain, fromBlock: 0n },
  })
  other.host.ready(true)
})
afterAll(() => other.stop())

const authors = 30
const viewers = 1_000
const id = (kind: string, n: string) => `('00000000-0000-4${kind}-8000-' || lpad((${n})::text, 12, '0'))::uuid`
const viewerId = (n: number) => `00000000-0000-4001-8000-${String(n).padStart(12, '0')}`

/** Authors with posts of every kind, some deleted, and a crowd of viewers who follow, like and vote at random. */
async function fill(db: Db): Promise<void> {
  const [author, viewer, post, poll] = [id('000', 'a'), id('001', 'v'), id('002', 'a * 100 + k'), id('003', 'a * 100 + k')]
  const posts = `generate_series(1, ${authors}) a, generate_series(1, 12) k`
  const everybody = `(select ${author} as person, 'author' || a as handle from generate_series(1, ${authors}) a union all select ${viewer}, 'viewer' || v from generate_series(1, ${viewers}) v) everybody`
  const counts = `select author_id, 'posts', count(*) from posts where deleted_at is null group by 1
       union all select author_id, 'images', sum(images) from posts where deleted_at is null group by 1
       union all select s.owner_id, 'likes', count(*) from likes l join subjects s on s.id = l.subject_id where s.state = 'live' group by 1
       union all select followee_id, 'fans', count(*) from follows group by 1 union all select follower_id, 'following', count(*) from follows group by 1`
  for (const statement of [
    `select setseed(0.5)`,
    `insert into accounts (id, created_at) select person, now() from ${everybody}`,
    `insert into profiles (account_id, handle, name, joined_at) select person, handle, handle, now() from ${everybody}`,
    `insert into posts (id, author_id, text, images, has_poll, created_at, edited_at, deleted_at)
       select ${post}, ${author}, 'Words ' || k, case when k % 3 = 0 then 1 else 0 end, k % 4 = 0, now() - (random() * 20)::int * interval '1 hour',
              case when k % 5 = 0 then now() end, case when k % 6 = 5 then now() end from ${posts}`,
    `insert into subjects (id, kind, owner_id, gate, state) select ${post}, 'post', ${author}, case k % 5 when 1 then '"followers"'::jsonb when 2 then '{"anyOf":[[{"kind":"pass"}]]}'
       when 3 then '{"anyOf":[[{"kind":"purchase","currency":"native","amount":"1000"}]]}' else '"public"' end, case when k % 6 = 5 then 'deleted' else 'live' end from ${posts}`,
    `insert into assets (id, owner_id, kind, state, width, height, alt, created_at, subject_id, position)
       select ${id('004', 'a * 100 + k')}, ${author}, 'image', 'ready', 4, 3, 'alt ' || k, now(), ${post}, 0 from ${posts} where k % 3 = 0`,
    `insert into polls (id, subject_id, multiple, holders_only, closes_at) select ${poll}, ${post}, false, k = 4, case when k = 8 then now() - interval '1 hour' end from ${posts} where k % 4 = 0`,
    `insert into poll_options (poll_id, id, label) select ${poll}, o, 'Option ' || o from ${posts}, generate_series(1, 2) o where k % 4 = 0`,
    `insert into poll_tallies (poll_id, option_id, votes) select ${poll}, o, a * o from ${posts}, generate_series(1, 2) o where k % 4 = 0`,
    `insert into follows (follower_id, followee_id, at) select ${viewer}, ${author}, now() from generate_series(1, ${viewers}) v, generate_series(1, ${authors}) a where random() < 0.3`,
    `insert into likes (subject_id, account_id, at) select ${post}, ${viewer}, now() from generate_series(1, ${viewers}) v, ${posts} where random() < 0.02`,
    `insert into like_counts (subject_id, likes) select subject_id, count(*) from likes group by subject_id`,
    `insert into poll_votes (poll_id, voter_id, slot, option_id, at) select ${poll}, ${viewer}, 0, 1 + (v + a) % 2, now() from generate_series(1, ${viewers}) v, ${posts} where k % 4 = 0 and random() < 0.2`,
    `insert into access_grants (subject_id, account_id, source, granted_at) select ${post}, ${viewer}, 'purchase', now() from generate_series(1, ${viewers}) v, ${posts} where k % 5 = 3 and random() < 0.2`,
    `insert into tip_counts (subject_id, tips) select ${post}, k from ${posts} where k % 2 = 0`,
    `insert into profile_counters (account_id, kind, n) ${counts} on conflict (account_id, kind) do update set n = excluded.n`,
    `analyze`,
  ])
    await db.pool.query(statement)
}

test('E1 what 1,000 viewers are answered from memory, fifty at once, is byte for byte what the database says to each alone', async () => {
  await fill(world().db)
  const { host } = world()
  const feed = readFeed(host)
  const ask = (n: number) => ({ tab: n % 5 === 0 ? ('explore' as const) : ('following' as const), limit: 1 + (n % 24) })
  const twoPages = async (read: Parameters<typeof feed>[0], n: number) => {
    const first = await feed(read, ask(n))
    return JSON.stringify([first, first.nextCursor === null ? null : await feed(read, { ...ask(n), cursor: first.nextCursor })])
  }
  const everybody = Array.from({ length: viewers }, (_, i) => i + 1)
  const fromMemory = async () => {
    const answers: string[] = []
    const as = (n: number) => readOn(host, onBehalfOf(viewerId(n)))
    for (let at = 0; at < viewers; at += 50)
      answers.push(...(await Promise.all(everybody.slice(at, at + 50).map((n) => twoPages(as(n), n)))))
    return answers
  }
  const cold = await fromMemory()
  const warm = await fromMemory()
  const alone: string[] = []
  for (const n of everybody) alone.push(await host.transact(onBehalfOf(viewerId(n)), (ctx) => twoPages(ctx, n)))
  expect(everybody.filter((n) => cold[n - 1] !== alone[n - 1] || warm[n - 1] !== alone[n - 1])).toEqual([])
  // The pages are worth comparing: all that a post can show is among them.
  const all = alone.join()
  for (const part of [
    '"locked":true',
    '"liked":true',
    '"optionIds":[1]',
    '"closed":true',
    '"holders-only"',
    '"tips":4',
    '"alt":"alt 3"',
    '"price"',
  ])
    expect(all).toContain(part)
}, 120_000)

test('E1 a page of Following is what a plain query of the rule finds', async () => {
  const { host, db } = world()
  for (const n of [1, 2, 3, 500, 999]) {
    const viewer = viewerId(n)
    const { items } = await readFeed(host)(readOn(host, onBehalfOf(viewer)), { tab: 'following', limit: 30 })
    const plain = await db.sql<{ id: string }>(
      `select id from posts where deleted_at is null and (author_id = $1 or author_id in (select followee_id from follows where follower_id = $1))
        order by created_at desc, id desc limit 30`,
      [viewer],
    )
    expect(items.map((post) => post.id)).toEqual(plain.map((post) => post.id))
  }
})

test('E1 an edit, a lock, the words of a picture and a deletion are seen by every reader of every process as they are answered', async () => {
  const [maya, fan] = [await world().person(), await world().person()]
  await fan.must('PUT /api/profiles/:handle/follow', { handle: maya.handle })
  const { body: image } = await maya.upload(await aPicture())
  const { id: postId } = await maya.must('POST /api/posts', { text: 'first', mediaIds: [image.id] })
  // Both stand behind one public address, so one cookie is known to both.
  const elsewhere = personWith({ host: other.host, config: world().config, url: '' }, fan.id, fan.handle, fan.cookie)
  const seen = async () => (await Promise.all([fan, elsewhere].map((who) => who.must('GET /api/feed')))).map(({ items }) => items)
  const both = <T>(one: T) => [one, one]
  expect((await seen()).map(([post]) => post?.text)).toEqual(both('first'))

  await maya.must('PATCH /api/posts/:postId', { postId, text: 'second' })
  expect((await seen()).map(([post]) => post?.text)).toEqual(both('second'))
  await maya.must('PATCH /api/media/:mediaId', { mediaId: image.id, alt: 'A red square' })
  expect((await seen()).map(([post]) => post?.media[0]?.alt)).toEqual(both('A red square'))
  await maya.must('PATCH /api/posts/:postId', { postId, audience: { anyOf: [[{ kind: 'pass' }]] } })
  expect((await seen()).map(([post]) => [post?.locked, post?.text, post?.media[0]?.url])).toEqual(both([true, undefined, undefined]))
  await maya.must('PATCH /api/posts/:postId', { postId, audience: 'followers', mediaIds: [] })
  expect((await seen()).map(([post]) => [post?.locked, post?.text, post?.media])).toEqual(both([false, 'second', []]))
  await fan.must('DELETE /api/profiles/:handle/follow', { handle: maya.handle })
  expect(await seen()).toEqual(both([]))
  await fan.must('PUT /api/profiles/:handle/follow', { handle: maya.handle })
  await maya.must('DELETE /api/posts/:postId', { postId })
  expect(await seen()).toEqual(both([]))
})

test('E1 a new name is read at once where it was written, and everywhere as soon as the bus has said so', async () => {
  const maya = await world().person()
  const { id: postId } = await maya.must('POST /api/posts', { text: 'mine' })
  const elsewhere = personWith({ host: other.host, config: world().config, url: '' }, '', 'visitor', '')
  const nameAt = async (who: typeof maya) => (await who.must('GET /api/posts/:postId', { postId })).author.name
  expect([await nameAt(world().visitor), await nameAt(elsewhere)]).toEqual([maya.handle, maya.handle])
  await maya.must('PATCH /api/me/profile', { name: 'Maya Lin' })
  expect(await nameAt(world().visitor)).toBe('Maya Lin')
  await expect.poll(() => nameAt(elsewhere)).toBe('Maya Lin')
})

test('D4 a module joins what posts show by host.hydrates alone, and what is for those who may open stays out of a locked post', async () => {
  const [maya, fan] = [await world().person(), await world().person()]
  const { poll } = await maya.must('POST /api/posts', { text: 'A poll', poll: { options: ['A', 'B'] } })
  const open = await maya.must('POST /api/posts', { text: 'open' })
  const locked = await maya.must('POST /api/posts', { text: 'locked', audience: 'followers' })
  const { host } = world()
  const mine = new Set([open.id, locked.id])
  host.hydrates(
    async (_read, subjects) =>
      new Map(
        subjects
          .filter(({ id: one }) => mine.has(one))
          .map(({ id: one }) => [one, { counts: { comments: 7 }, open: { ...(poll ? { poll } : {}) } }]),
      ),
  )
  const [first, second] = await Promise.all([open, locked].map(({ id: postId }) => fan.must('GET /api/posts/:postId', { postId })))
  expect(first).toMatchObject({ locked: false, counts: { comments: 7 }, poll: { id: poll?.id } })
  expect(second).toMatchObject({ locked: true, counts: { comments: 7 } })
  expect(second).not.toHaveProperty('poll')
})
