import type { Ctx, Read } from '../../kernel/ctx.ts'
import { dataloader, pairKey, pairsOf } from '../../kernel/dataloader.ts'

export type LikeItem = { subjectId: string; account: string; liked: boolean }
export type Changed = { subjectId: string; account: string }

/** Likes that were not there and likes that were, out of one batch; sorted by key, so that batches take rows in one order. */
export async function applyLikes(ctx: Ctx, items: readonly LikeItem[]): Promise<{ added: Changed[]; removed: Changed[] }> {
  const columns = (some: readonly LikeItem[]) => [some.map((item) => item.subjectId), some.map((item) => item.account)]
  const [adding, removing] = [items.filter((item) => item.liked), items.filter((item) => !item.liked)]
  const added =
    adding.length === 0
      ? []
      : await ctx.sql<Changed>(
          `insert into likes (subject_id, account_id, at) select s, a, $3 from unnest($1::uuid[], $2::uuid[]) as t(s, a)
           on conflict do nothing returning subject_id as "subjectId", account_id as account`,
          [...columns(adding), ctx.now],
        )
  const removed =
    removing.length === 0
      ? []
      : await ctx.sql<Changed>(
          `delete from likes using unnest($1::uuid[], $2::uuid[]) as t(s, a) where subject_id = s and account_id = a returning subject_id as "subjectId", account_id as account`,
          columns(removing),
        )
  return { added, removed }
}

/** Moves the counts and answers the new ones. The row that is offered is checked before it meets the one that stands, so it is never negative. */
export async function moveCounts(ctx: Ctx, deltas: ReadonlyMap<string, number>): Promise<Map<string, number>> {
  const ids = [...deltas.keys()].sort()
  if (ids.length === 0) return new Map()
  const rows = await ctx.sql<{ id: string; likes: number }>(
    `insert into like_counts as c (subject_id, likes) select s, greatest(d, 0) from unnest($1::uuid[], $2::int[]) as t(s, d)
     on conflict (subject_id) do update set likes = c.likes + ($2::int[])[array_position($1::uuid[], c.subject_id)] returning subject_id as id, likes`,
    [ids, ids.map((id) => deltas.get(id) ?? 0)],
  )
  return new Map(rows.map((row) => [row.id, row.likes]))
}

type LikesRow = { id: string; likes: number; liked: boolean }
// One text for all pairs, in their order: a hundred rows would cost more to send and to read than to find.
const likesByPair = dataloader<LikesRow & { key: string }>(
  async (read, keys) => {
    const pairs = pairsOf(keys)
    const [row] = await read.sql<{ found: string }>(
      `select string_agg(coalesce(c.likes, 0) || case when l.account_id is null then '' else '+' end, ' ' order by t.nth) as found
         from unnest($1::uuid[], $2::uuid[]) with ordinality as t(s, a, nth) left join like_counts c on c.subject_id = s
         left join likes l on l.subject_id = s and l.account_id = a`,
      pairs,
    )
    const found = row?.found.split(' ') ?? []
    return keys.map((key, i) => ({
      key,
      id: pairs[0][i] as string,
      likes: Number.parseInt(found[i] ?? '0', 10),
      liked: found[i]?.endsWith('+') ?? false,
    }))
  },
  (row) => row.key,
)
export const likesOf = (read: Read, subjects: readonly string[]): Promise<LikesRow[]> =>
  likesByPair(
    read,
    subjects.map((subject) => pairKey(subject, read.actor)),
  )

export const countLikes = (read: Pick<Read, 'sql'>, owners: readonly string[]) =>
  read.sql<{ id: string; likes: number }>(
    `select s.owner_id as id, count(*)::int as likes from subjects s join likes l on l.subject_id = s.id where s.owner_id = any($1) and s.state = 'live' group by s.owner_id`,
    [owners],
  )
