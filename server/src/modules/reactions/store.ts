import type { Ctx, Read } from '../../kernel/ctx.ts'
import { dataloader, pairKey, pairsOf } from '../../kernel/dataloader.ts'

/** `kind` is what the caller believes the subject to be: another kind is as unknown as no subject. */
export type LikeItem = { subjectId: string; kind: 'post' | 'comment'; account: string; liked: boolean }
/** What a batch did to one subject: its likes now, by how much they moved, and who likes it since. */
export type Moved = { id: string; likes: number; by: number; likers: string[] }

/**
 * Sets and takes back likes and moves their counts, in one statement: a batch is in the database for the time that those
 * behind it wait. Keys are sorted, so that batches take rows in one order. The row of a count that is offered is checked
 * before it meets the one that stands, so it is never negative.
 */
export const moveLikes = (ctx: Ctx, items: readonly LikeItem[]): Promise<Moved[]> =>
  ctx.sql<Moved>(
    `with asked as (select s, a, l from unnest($1::uuid[], $2::uuid[], $3::bool[]) as t(s, a, l)),
          added as (insert into likes (subject_id, account_id, at) select s, a, $4 from asked where l on conflict do nothing returning subject_id, account_id),
          removed as (delete from likes using asked where not l and subject_id = s and account_id = a returning subject_id),
          steps as (select subject_id, sum(step)::int as by, array_remove(array_agg(account_id), null)::text[] as likers
                      from (select subject_id, 1 as step, account_id from added union all select subject_id, -1, null from removed) each group by subject_id),
          sums as (select array_agg(subject_id) as ids, array_agg(by) as bys from steps),
          moved as (insert into like_counts as c (subject_id, likes) select subject_id, greatest(by, 0) from steps order by subject_id
                    on conflict (subject_id) do update set likes = c.likes + (select bys[array_position(ids, c.subject_id)] from sums) returning subject_id, likes)
     select subject_id as id, likes, by, likers from moved join steps using (subject_id)`,
    [items.map((item) => item.subjectId), items.map((item) => item.account), items.map((item) => item.liked), ctx.now],
  )

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
    `select s.owner_id as id, count(*)::int as likes from subjects s join likes l on l.subject_id = s.id where s.owner_id = any($1) and s.state = 'live' and s.kind = 'post' group by s.owner_id`,
    [owners],
  )
