import type { Db } from '../server/src/kernel/db.ts'
import { sqlId, sqlTokenHash } from './names.ts'
import { say } from './world.ts'

export const people = 120_000
/** Accounts 0 to here have liked the hot post and voted in the hot poll. */
export const crowd = 100_000
export const authors = 500
const postsEach = 40
export const viewers = { first: 1_000, count: 2_000 }
const followeesEach = 50
const chainId = 31_337

const account = (n: string) => sqlId('account', n)
const post = (n: string) => sqlId('post', n)
const media = (n: string) => sqlId('media', n)
const poll = (n: string) => sqlId('poll', n)

async function all(db: Db, statements: readonly string[]): Promise<void> {
  for (const statement of statements) await db.pool.query(statement)
}

/** Everybody, each with an open session. */
export async function fillPeople(db: Db): Promise<void> {
  say(`${people} accounts with sessions`)
  const everybody = `generate_series(0, ${people - 1}) i`
  await all(db, [
    `insert into accounts (id, created_at) select ${account('i')}, now() from ${everybody}`,
    `insert into profiles (account_id, handle, name, bio, joined_at) select ${account('i')}, 'b' || i, 'Person ' || i, 'What person ' || i || ' says of themselves', now() from ${everybody}`,
    `insert into profile_counters (account_id, kind, n) select ${account('i')}, 'fans', 0 from ${everybody}`,
    `insert into sessions (token_hash, account_id, device, created_at, last_seen_at, expires_at) select ${sqlTokenHash('i')}, ${account('i')}, 'bench', now(), now(), now() + interval '30 days' from ${everybody}`,
    `insert into posts (id, author_id, text, has_poll, created_at) select ${post('i')}, ${account('0')}, 'A hot post', i = 1, now() - interval '1 year' from generate_series(0, 1) i`,
    `insert into subjects (id, kind, owner_id, gate) select ${post('i')}, 'post', ${account('0')}, '"public"' from generate_series(0, 1) i`,
    setCount('posts', `select ${account('0')}, 2`),
    `analyze accounts, profiles, sessions, subjects, posts`,
  ])
}

/** Post 0 with the crowd's likes. */
export async function fillLikes(db: Db): Promise<void> {
  say(`a post with ${crowd} likes`)
  await all(db, [
    `insert into likes (subject_id, account_id, at) select ${post('0')}, ${account('i')}, now() from generate_series(0, ${crowd - 1}) i`,
    `insert into like_counts (subject_id, likes) values (${post('0')}, ${crowd})`,
    setCount('likes', `select ${account('0')}, ${crowd}`),
  ])
}

/** A poll on post 1 with the crowd's votes. */
export async function fillVotes(db: Db): Promise<void> {
  say(`a poll with ${crowd} votes`)
  await all(db, [
    `insert into polls (id, subject_id, multiple, holders_only) values (${poll('1')}, ${post('1')}, false, false)`,
    `insert into poll_options (poll_id, id, label) select ${poll('1')}, o, 'Option ' || o from generate_series(1, 4) o`,
    `insert into poll_votes (poll_id, voter_id, slot, option_id, at) select ${poll('1')}, ${account('i')}, 0, 1 + i % 4, now() from generate_series(0, ${crowd - 1}) i`,
    `insert into poll_tallies (poll_id, option_id, votes) select ${poll('1')}, o, ${crowd / 4} from generate_series(1, 4) o`,
  ])
}

const eachAuthor = `generate_series(1, ${authors}) a`
/** A count of one kind for each account and number that a query answers. */
export const setCount = (kind: string, accounts: string): string =>
  `insert into profile_counters (account_id, kind, n) select a.id, '${kind}', a.n from (${accounts}) as a(id, n) on conflict (account_id, kind) do update set n = excluded.n`

/**
 * Authors and their posts: of 20 posts 8 have images, 2 polls, 2 are for followers, 2 for holders of a pass.
 * Viewers follow 50 authors each.
 */
export async function fillFeed(db: Db): Promise<void> {
  say(`${authors * postsEach} posts of ${authors} authors; ${viewers.count} viewers who follow ${followeesEach} each`)
  const n = '(100 + a * 100 + k)'
  const posts = `generate_series(1, ${authors}) a, generate_series(0, ${postsEach - 1}) k, lateral (select (a * 3 + k) % 20 as kind) x`
  const passGate = `'{"anyOf":[[{"kind":"pass"}]]}'::jsonb`
  await all(db, [
    `insert into assets (id, owner_id, kind, state, width, height, created_at, is_face) select ${media('a')}, ${account('a')}, 'image', 'ready', 720, 720, now(), true from generate_series(1, ${authors}) a`,
    `update profiles set portrait_id = ${media('a')} from generate_series(1, ${authors}) a where account_id = ${account('a')}`,
    `insert into posts (id, author_id, text, images, has_poll, created_at)
       select ${post(n)}, ${account('a')}, repeat('Words of a post that people read. ', 6) || ${n}, case when kind < 8 then 1 + kind % 3 else 0 end, kind in (8, 9),
              now() - (k * ${authors} + a * 7919 % ${authors}) * interval '1 minute' from ${posts}`,
    `insert into subjects (id, kind, owner_id, gate) select ${post(n)}, 'post', ${account('a')},
       case when kind in (10, 11) then '"followers"'::jsonb when kind in (6, 13) then ${passGate} else '"public"'::jsonb end from ${posts}`,
    `insert into assets (id, owner_id, kind, state, width, height, alt, created_at, subject_id, position)
       select ${media(`(1000 + ${n} * 4 + j)`)}, ${account('a')}, 'image', 'ready', 1600, 1067, 'A picture of something', now(), ${post(n)}, j from ${posts}, generate_series(0, kind % 3) j where kind < 8`,
    `insert into polls (id, subject_id, multiple, holders_only, closes_at) select ${poll(n)}, ${post(n)}, false, false, now() + interval '30 days' from ${posts} where kind in (8, 9)`,
    `insert into poll_options (poll_id, id, label) select ${poll(n)}, o, 'Option ' || o from ${posts}, generate_series(1, 3) o where kind in (8, 9)`,
    `insert into poll_tallies (poll_id, option_id, votes) select ${poll(n)}, o, (a * o) % 97 from ${posts}, generate_series(1, 3) o where kind in (8, 9)`,
    `insert into like_counts (subject_id, likes) select ${post(n)}, 5 from ${posts}`,
    `insert into likes (subject_id, account_id, at) select ${post(n)}, ${account(`(${viewers.first} + (a * 31 + k * 17 + l * 401) % ${viewers.count})`)}, now() from ${posts}, generate_series(0, 4) l`,
    `insert into follows (follower_id, followee_id, at) select ${account(`(${viewers.first} + v)`)}, ${account(`(1 + (v * 7 + f * 11) % ${authors})`)}, now()
       from generate_series(0, ${viewers.count - 1}) v, generate_series(0, ${followeesEach - 1}) f`,
    setCount('posts', `select ${account('a')}, ${postsEach} from ${eachAuthor}`),
    setCount('images', `select ${account('a')}, (select sum(images) from posts p where p.author_id = ${account('a')}) from ${eachAuthor}`),
    setCount('likes', `select ${account('a')}, ${postsEach * 5} from ${eachAuthor}`),
    setCount('fans', `select ${account('a')}, (select count(*) from follows f where f.followee_id = ${account('a')}) from ${eachAuthor}`),
    setCount('following', `select ${account(`(${viewers.first} + v)`)}, ${followeesEach} from generate_series(0, ${viewers.count - 1}) v`),
    ...passes(),
    `vacuum analyze`,
  ])
}

/** Every second author sells passes. */
function passes(): string[] {
  const sellers = `generate_series(2, ${authors}, 2) a`
  const address = (kind: string) => `'0x${kind}' || lpad(to_hex(a), 39, '0')`
  return [
    `insert into wallets (address, account_id, kind, is_primary, linked_at) select ${address('a')}, ${account('a')}, 'browser', true, now() from ${sellers}`,
    `insert into pass_collections (chain_id, address, creator_wallet, created_block) select ${chainId}, ${address('c')}, ${address('a')}, 1 from ${sellers}`,
    `insert into pass_tiers (chain_id, collection, tier_id, price_wei, duration_s, max_supply, flags) select ${chainId}, ${address('c')}, t, 1000000000000000000 * t, 2592000, 1000, 0 from ${sellers}, generate_series(1, 2) t`,
    `insert into pass_tier_words (account_id, tier_id, name, perks) select ${account('a')}, t, 'Tier ' || t, array['A perk', 'Another'] from ${sellers}, generate_series(1, 2) t`,
  ]
}

/** Every event numbered and no cursor moving any more, so that no round pays for the one before it. */
export async function drained(db: Db): Promise<void> {
  let before = ''
  for (;;) {
    const [now] = await db.sql<{ cursors: string; unstamped: number }>(
      `select coalesce(sum(seq), 0)::text as cursors, (select count(*)::int from outbox where seq is null) as unstamped from event_cursors`,
    )
    if (now?.unstamped === 0 && now.cursors === before) return
    before = now?.cursors ?? ''
    await new Promise((done) => setTimeout(done, 300))
  }
}

/** Statistics fresh and the log on disk, so that a round pays for itself only. */
export async function settle(db: Db): Promise<void> {
  await all(db, ['vacuum analyze', 'checkpoint'])
}
