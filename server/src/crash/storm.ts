import { createHash } from 'node:crypto'
import type { Db } from '../kernel/db.ts'

/** What one person has been told stands, and what was asked when the server died: either may be true after a crash. */
type Mark = { acknowledged: number; asked: number | null }
export type Stormer = { account: string; token: string; vote: Mark; like: Mark; posted: { key: string; acknowledged: boolean }[] }
export type Target = { url: string; port: number; postId: string; pollId: string }

/** People with open sessions, made by SQL: a storm is about votes, not about sign-up. */
export async function aCrowd(db: Db, count: number): Promise<Stormer[]> {
  const tokens = Array.from({ length: count }, (_, i) => `crowd-${i}`)
  const rows = await db.sql<{ id: string }>(`insert into accounts (created_at) select now() from generate_series(1, $1) returning id`, [
    count,
  ])
  const ids = rows.map((row) => row.id)
  await db.sql(
    `insert into profiles (account_id, handle, name, joined_at) select id, 'crowd' || n, 'Crowd ' || n, now() from unnest($1::uuid[]) with ordinality as t(id, n)`,
    [ids],
  )
  await db.sql(`insert into profile_counters (account_id, kind, n) select id, 'fans', 0 from unnest($1::uuid[]) id`, [ids])
  await db.sql(
    `insert into sessions (token_hash, account_id, device, created_at, last_seen_at, expires_at) select h, id, 'storm', now(), now(), now() + interval '1 day' from unnest($1::bytea[], $2::uuid[]) as t(h, id)`,
    [tokens.map((token) => createHash('sha256').update(token).digest()), ids],
  )
  const unmarked = (): Mark => ({ acknowledged: 0, asked: null })
  return ids.map((account, i) => ({ account, token: tokens[i] as string, vote: unmarked(), like: unmarked(), posted: [] }))
}

export const send = (
  target: Pick<Target, 'url' | 'port'>,
  who: { token: string },
  route: string,
  options: { body?: object; key?: string } = {},
) =>
  fetch(`${target.url}${route.split(' ')[1]}`, {
    method: route.split(' ')[0] as string,
    headers: {
      cookie: `corefans_${target.port}=${who.token}`,
      'x-forwarded-for': `10.${Math.trunc(addresses / 65_536) % 256}.${Math.trunc(addresses / 256) % 256}.${addresses++ % 256}`, // one machine plays many
      ...(options.body ? { 'content-type': 'application/json' } : {}),
      ...(options.key ? { 'idempotency-key': options.key } : {}),
    },
    ...(options.body ? { body: JSON.stringify(options.body) } : {}),
    signal: AbortSignal.timeout(10_000),
  })
let addresses = 0

/** Everybody votes, changes their mind, likes, unlikes and posts until the server is gone; `progress` counts what was acknowledged. */
export async function storm(target: Target, crowd: readonly Stormer[], progress: { over: boolean; acknowledged: number }): Promise<void> {
  const live = async (one: Stormer, seed: number) => {
    for (let turn = seed; !progress.over; turn++) {
      const done = await act(target, one, turn).catch(() => false)
      if (!done) return
      progress.acknowledged++
    }
  }
  await Promise.all(crowd.map(live))
}

async function act(target: Target, one: Stormer, turn: number): Promise<boolean> {
  if (turn % 9 === 8) return post(target, one, turn)
  const mark = turn % 2 === 0 ? one.vote : one.like
  const next = mark === one.vote ? (turn % 3) + 1 : 1 - one.like.acknowledged
  mark.asked = next
  const answer =
    mark === one.vote
      ? await send(target, one, `POST /api/polls/${target.pollId}/votes`, { body: { optionIds: [next] } })
      : await send(target, one, `${next === 1 ? 'PUT' : 'DELETE'} /api/posts/${target.postId}/like`)
  await answer.arrayBuffer()
  if (answer.status !== 200) throw new Error(`the storm met ${answer.status}`)
  mark.acknowledged = next
  mark.asked = null
  return true
}

async function post(target: Target, one: Stormer, turn: number): Promise<boolean> {
  const entry = { key: `${one.token} ${turn} ${one.posted.length}`, acknowledged: false }
  one.posted.push(entry)
  entry.acknowledged = await postOnce(target, one, entry.key)
  return entry.acknowledged
}

export async function postOnce(target: Target, one: Stormer, key: string): Promise<boolean> {
  const answer = await send(target, one, 'POST /api/posts', { body: { text: key }, key })
  await answer.arrayBuffer()
  return answer.status === 201
}

/** What is wrong with the database after a crash, in words; empty when nothing is. Marks then stand as the database says. */
export async function audit(db: Db, { postId, pollId }: Target, crowd: readonly Stormer[]): Promise<string[]> {
  const votes = new Map(
    (await db.sql<{ id: string; n: number }>(`select voter_id as id, option_id as n from poll_votes where poll_id = $1`, [pollId])).map(
      (row) => [row.id, row.n],
    ),
  )
  const likes = new Set(
    (await db.sql<{ id: string }>(`select account_id as id from likes where subject_id = $1`, [postId])).map((row) => row.id),
  )
  const wrong: string[] = []
  const compare = (what: string, mark: Mark, stands: number) => {
    if (stands !== mark.acknowledged && stands !== mark.asked)
      wrong.push(`${what}: acknowledged ${mark.acknowledged}, asked ${mark.asked}, stands ${stands}`)
    mark.acknowledged = stands
    mark.asked = null
  }
  for (const one of crowd) {
    compare(`vote of ${one.token}`, one.vote, votes.get(one.account) ?? 0)
    compare(`like of ${one.token}`, one.like, likes.has(one.account) ? 1 : 0)
  }
  return [...wrong, ...(await drifts(db, postId, pollId)), ...(await postsOf(db, crowd))]
}

async function drifts(db: Db, postId: string, pollId: string): Promise<string[]> {
  const rows = await db.sql<{ what: string; stored: number; recounted: number }>(
    `select 'tally ' || option_id as what, votes as stored, (select count(*)::int from poll_votes v where v.poll_id = t.poll_id and v.option_id = t.option_id) as recounted from poll_tallies t where poll_id = $2
     union all select 'likes', likes, (select count(*)::int from likes l where l.subject_id = c.subject_id) from like_counts c where subject_id = $1
     union all select 'posts of ' || account_id, n, (select count(*)::int from posts p where p.author_id = c.account_id and deleted_at is null) from profile_counters c where kind = 'posts'`,
    [postId, pollId],
  )
  return rows
    .filter(({ stored, recounted }) => stored !== recounted)
    .map(({ what, stored, recounted }) => `${what}: stored ${stored}, recounted ${recounted}`)
}

async function postsOf(db: Db, crowd: readonly Stormer[]): Promise<string[]> {
  const rows = await db.sql<{ text: string; n: number }>(`select text, count(*)::int as n from posts group by text`)
  const counts = new Map(rows.map(({ text, n }) => [text, n]))
  return crowd.flatMap((one) =>
    one.posted.flatMap(({ key, acknowledged }) => {
      const n = counts.get(key) ?? 0
      return n > 1 || (acknowledged && n === 0) ? [`post “${key}” stands ${n} times, acknowledged: ${acknowledged}`] : []
    }),
  )
}
