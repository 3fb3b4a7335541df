import { afterEach, expect, test } from 'vitest'
import { type Ctx, onBehalfOf, type Read, readOn } from '../../kernel/ctx.ts'
import { sqlOn } from '../../kernel/db.ts'
import { type Chance, chanceOf } from '../../testing/fuzz-values.ts'
import type { Person } from '../../testing/person.ts'
import { useWorld } from '../../testing/world.ts'
import { createPost } from '../posts/index.ts'
import { readFeed } from './read-feed.ts'

/** Whoever follows five has a timeline here, of twelve posts: histories that are short go over every border. */
const world = useWorld({ config: { timelines: { above: 4, kept: 12 } } })

type Input = { limit: number }
/** All pages of Following from the first to the last, as they would be sent. */
async function pages(read: Read, { limit }: Input): Promise<string[]> {
  const sent: string[] = []
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page = await readFeed(world().host)(read, { tab: 'following', limit, ...(cursor ? { cursor } : {}) })
    sent.push(JSON.stringify(page))
    cursor = page.nextCursor
  }
  return sent
}
const idsIn = (sent: readonly string[]): string[] =>
  sent.flatMap((page) => (JSON.parse(page) as { items: { id: string }[] }).items.map(({ id }) => id))

const within = <T>(account: string, read: (ctx: Ctx) => Promise<T>) => world().host.transact(onBehalfOf(account), read)
const byTimeline = (account: string, input: Input) => within(account, (ctx) => pages(ctx, input))
/** Without its timeline an account is pulled for; nothing of this is kept. */
async function byPull(account: string, input: Input): Promise<string[]> {
  const read: { sent: string[] } = { sent: [] }
  await within(account, async (ctx) => {
    await ctx.sql('delete from timelines where account_id = $1', [account])
    read.sent = await pages(ctx, input)
    throw new Error('undone')
  }).catch((err: unknown) => {
    if ((err as Error).message !== 'undone') throw err
  })
  return read.sent
}
/** The rule itself, as plainly as it can be asked. */
const byRule = async (read: Pick<Read, 'sql'>, account: string): Promise<string[]> =>
  (
    await read.sql<{ id: string }>(
      `select id from posts where deleted_at is null and (author_id = $1 or author_id in (select followee_id from follows where follower_id = $1))
        order by created_at desc, id desc`,
      [account],
    )
  ).map(({ id }) => id)

/** Nobody writes timelines until this is called: what changes meanwhile is only noted. */
async function pauseWriting(): Promise<() => Promise<void>> {
  const client = await world().db.pool.connect()
  const key = `hashtextextended('timelines', 0)`
  await client.query(`select pg_advisory_lock(${key})`)
  const release = async () => {
    if (!paused.delete(release)) return
    await client.query(`select pg_advisory_unlock(${key})`)
    client.release()
  }
  paused.add(release)
  return async () => {
    await release()
    await world().settled()
  }
}
const paused = new Set<() => Promise<void>>()
afterEach(async () => {
  for (const release of paused) await release()
})

type Crowd = { people: Person[]; posts: { id: string; author: Person }[]; chance: Chance }
const follow = ({ people, chance }: Crowd, verb: 'PUT' | 'DELETE') =>
  chance.pick(people).call(`${verb} /api/profiles/:handle/follow`, { handle: chance.pick(people).handle })
async function publish({ people, posts, chance }: Crowd, daysAgo: number): Promise<void> {
  const author = chance.pick(people)
  const post = { text: `Words ${posts.length}`, audience: chance.pick(['public', 'followers'] as const), mediaIds: [] }
  const at = new Date(Date.now() - daysAgo * 86_400_000 - chance.below(3) * 1_000)
  const caller = daysAgo === 0 ? onBehalfOf(author.id) : onBehalfOf(author.id, at)
  posts.push({ id: (await world().host.transact(caller, (ctx) => createPost(world().host)(ctx, post))).id, author })
}
async function change({ posts, chance }: Crowd, what: 'delete' | 'restore' | 'lock'): Promise<void> {
  if (posts.length === 0) return
  const { id: postId, author } = chance.pick(posts)
  if (what === 'delete') await author.call('DELETE /api/posts/:postId', { postId })
  if (what === 'restore') await author.call('POST /api/posts/:postId/restore', { postId })
  if (what === 'lock') await author.call('PATCH /api/posts/:postId', { postId, audience: chance.pick(['public', 'followers'] as const) })
}
const possible: readonly ((crowd: Crowd) => Promise<unknown>)[] = [
  (crowd) => follow(crowd, 'PUT'),
  (crowd) => follow(crowd, 'PUT'),
  (crowd) => follow(crowd, 'PUT'),
  (crowd) => follow(crowd, 'DELETE'),
  (crowd) => publish(crowd, 0),
  (crowd) => publish(crowd, 0),
  (crowd) => publish(crowd, crowd.chance.below(4)),
  (crowd) => change(crowd, 'delete'),
  (crowd) => change(crowd, 'restore'),
  (crowd) => change(crowd, 'lock'),
]

const crowdOf = async (n: number, seed: number): Promise<Crowd> => ({
  people: await Promise.all(Array.from({ length: n }, () => world().person())),
  posts: [],
  chance: chanceOf(seed),
})

/** What the histories have to go through, or they prove nothing. */
const countOf = async (query: string) => (await world().db.sql<{ n: number }>(`select count(*)::int as n from ${query}`))[0]?.n ?? 0
const situations = {
  'a timeline': 'timelines',
  'a floor': `timelines where floor_at > '-infinity'`,
  'a post that is not written yet': 'timeline_post_changes',
  'a follow that is not written yet': 'timeline_follow_changes c join timelines using (account_id)',
  'an entry whose post is gone': 'timeline_entries e join posts p on p.id = e.post_id where p.deleted_at is not null',
  'an entry of somebody who is not followed':
    'timeline_entries e join posts p on p.id = e.post_id where not exists (select from follows f where f.follower_id = e.account_id and f.followee_id = p.author_id) and p.author_id <> e.account_id',
  'a post beneath the floor':
    'timelines t join follows f on f.follower_id = t.account_id join posts p on p.author_id = f.followee_id where (p.created_at, p.id) < (t.floor_at, t.floor_id)',
} as const

async function situationsNow(): Promise<string[]> {
  const counted = await Promise.all(Object.entries(situations).map(async ([what, query]) => [what, await countOf(query)] as const))
  return counted.flatMap(([what, n]) => (n > 0 ? what : []))
}

test('E2 after any history of follows, posts, deletions and returns, timeline and pull answer the same bytes on every page', async () => {
  const met = new Set<string>()
  for (const seed of [1, 2, 3]) {
    const crowd = await crowdOf(8, seed)
    for (let turn = 0; turn < 12; turn++) {
      const resume = await pauseWriting()
      for (let n = 0; n < 12; n++) await crowd.chance.pick(possible)(crowd)
      // Half of the turns are compared as they were written, half while nothing of the turn is.
      if (turn % 2 === 0) await resume()
      for (const what of await situationsNow()) met.add(what)
      for (const { id } of crowd.people) {
        const input = { limit: 1 + crowd.chance.below(9) }
        const pulled = await byPull(id, input)
        expect(await byTimeline(id, input)).toEqual(pulled)
        expect(await pages(readOn(world().host, onBehalfOf(id)), input)).toEqual(pulled)
        expect(idsIn(pulled)).toEqual(await byRule(world().db, id))
      }
      if (turn % 2 === 1) await resume()
    }
  }
  expect([...met].sort()).toEqual(Object.keys(situations).sort())
})

test('E2 while many publish, follow, delete and return at once, every page is what the rule says at that moment', async () => {
  const crowd = await crowdOf(8, 4)
  const first = crowd.people.slice(0, 6)
  await Promise.all(crowd.people.flatMap((one) => first.map(({ handle }) => one.call('PUT /api/profiles/:handle/follow', { handle }))))
  await world().settled()
  const compared = { n: 0, withTimeline: 0 }
  let acts = 0
  // Until there was enough of both, however fast each of them is here.
  const isBusy = () => acts < 300 || compared.withTimeline < 30
  const act = async () => {
    for (; isBusy(); acts++) await crowd.chance.pick(possible)(crowd)
  }
  const compare = async () => {
    const client = await world().db.pool.connect()
    const sql = sqlOn(client)
    try {
      while (isBusy()) {
        const { id } = crowd.people[compared.n++ % crowd.people.length] as Person
        // Everything of one moment, so that both see the same changes.
        await client.query('begin isolation level repeatable read read only')
        const sent = await pages({ ...readOn(world().host, onBehalfOf(id)), sql }, { limit: 5 })
        expect(idsIn(sent)).toEqual(await byRule({ sql }, id))
        compared.withTimeline += (await sql('select from timelines where account_id = $1', [id])).length
        await client.query('commit')
      }
    } finally {
      await client.query('rollback')
      client.release()
    }
  }
  await Promise.all([act(), act(), act(), act(), compare(), compare()])

  await world().settled()
  expect(await countOf('timeline_post_changes')).toBe(0)
  expect(await countOf('timeline_follow_changes')).toBe(0)
  // Whatever stands above a floor is an entry, and nothing else is.
  const wanted = `select t.account_id, p.created_at, p.id from timelines t join posts p on (p.created_at, p.id) >= (t.floor_at, t.floor_id) and p.deleted_at is null
     and (p.author_id = t.account_id or exists (select from follows f where f.follower_id = t.account_id and f.followee_id = p.author_id))`
  const written = `select account_id, published_at, post_id from timeline_entries e where exists (select from timelines t where t.account_id = e.account_id and (e.published_at, e.post_id) >= (t.floor_at, t.floor_id))`
  expect(await world().db.sql(`(${wanted}) except (${written})`)).toEqual([])
})

test('E2 whoever follows reads their posts in the next page and a post is there once it is published, written into timelines or not', async () => {
  const [fan, ...authors] = await Promise.all(Array.from({ length: 9 }, () => world().person()))
  if (!fan) throw new Error('nobody')
  const texts = async () => (await fan.must('GET /api/feed')).items.map(({ text }) => text)
  const follows = (verb: 'PUT' | 'DELETE', { handle }: Person) => fan.must(`${verb} /api/profiles/:handle/follow`, { handle })
  for (const author of authors.slice(0, 6)) await follows('PUT', author)
  await world().settled()
  const hasTimeline = () => countOf(`timelines where account_id = '${fan.id}'`)
  expect(await hasTimeline()).toBe(1)

  const [known, fresh] = authors.slice(5, 7) as [Person, Person]
  await fresh.must('POST /api/posts', { text: 'before the follow' })
  await world().settled()
  const resume = await pauseWriting()
  await known.must('POST /api/posts', { text: 'just published' })
  expect(await texts()).toEqual(['just published'])
  await follows('PUT', fresh)
  expect(await texts()).toEqual(['just published', 'before the follow'])
  await follows('DELETE', known)
  expect(await texts()).toEqual(['before the follow'])
  await resume()
  expect(await texts()).toEqual(['before the follow'])
  // Below the border the timeline goes, and the page stays.
  for (const author of authors.slice(0, 4)) await follows('DELETE', author)
  await world().settled()
  expect([await hasTimeline(), await texts()]).toEqual([0, ['before the follow']])
})

test('E2 a timeline is no right: what is locked to the reader is locked in it, and a post that left its audience is read as it is now', async () => {
  const [fan, ...authors] = await Promise.all(Array.from({ length: 7 }, () => world().person()))
  const [maya] = authors
  if (!fan || !maya) throw new Error('nobody')
  for (const { handle } of authors) await fan.must('PUT /api/profiles/:handle/follow', { handle })
  const { id: postId } = await maya.must('POST /api/posts', { text: 'For followers', audience: 'followers' })
  await world().settled()
  expect(await countOf(`timeline_entries where account_id = '${fan.id}' and post_id = '${postId}'`)).toBe(1)
  const seen = async () => (await fan.must('GET /api/feed')).items.map(({ locked, text }) => [locked, text])
  expect(await seen()).toEqual([[false, 'For followers']])
  await maya.must('PATCH /api/posts/:postId', { postId, audience: { anyOf: [[{ kind: 'pass' }]] } })
  expect(await seen()).toEqual([[true, undefined]])
})
