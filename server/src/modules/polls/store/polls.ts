import { LRUCache } from 'lru-cache'
import type { Ctx, Read } from '../../../kernel/ctx.ts'
import { dataloader } from '../../../kernel/dataloader.ts'

export type PollRow = {
  id: string
  subjectId: string
  multiple: boolean
  holdersOnly: boolean
  closesAt: Date | null
  closed: boolean
  options: { id: number; label: string; votes: number }[]
}

const select = `select p.id, p.subject_id as "subjectId", p.multiple, p.holders_only as "holdersOnly", p.closes_at as "closesAt",
  (p.closes_at is not null and p.closes_at <= (select app_now())) as closed,
  (select json_agg(json_build_object('id', o.id, 'label', o.label, 'votes', t.votes) order by o.id)
     from poll_options o join poll_tallies t on t.poll_id = o.poll_id and t.option_id = o.id where o.poll_id = p.id) as options from polls p`

export const findPolls = (read: Read, ids: readonly string[]) => read.sql<PollRow>(`${select} where p.id = any($1)`, [ids])
/** What a poll is, apart from its votes and from whether it is over: never changed once it is there. */
export type PollTerms = Omit<PollRow, 'closed' | 'options'> & { options: readonly { id: number; label: string }[] }
const terms = new LRUCache<string, PollTerms>({ max: 10_000 })

/** The terms of polls, from memory where a voter has asked before. */
export async function termsOf(ctx: Ctx, ids: readonly string[]): Promise<Map<string, PollTerms>> {
  const known = new Map(ids.flatMap((id) => (terms.has(id) ? [[id, terms.get(id) as PollTerms] as const] : [])))
  const missing = ids.filter((id) => !known.has(id))
  for (const { closed: _now, ...poll } of missing.length > 0 ? await findPolls(ctx, missing) : []) {
    known.set(poll.id, poll)
    terms.set(poll.id, poll)
  }
  return known
}

export const findPollsOf = dataloader<PollRow>(
  (read, subjects) => read.sql(`${select} where p.subject_id = any($1)`, [subjects]),
  (row) => row.subjectId,
)

export async function insertPoll(
  ctx: Ctx,
  poll: { subjectId: string; multiple: boolean; holdersOnly: boolean; closesAt: Date | null; options: readonly string[] },
): Promise<string> {
  const [row] = await ctx.sql<{ id: string }>(
    `insert into polls (subject_id, multiple, holders_only, closes_at) values ($1, $2, $3, $4) returning id`,
    [poll.subjectId, poll.multiple, poll.holdersOnly, poll.closesAt],
  )
  const { id } = row as { id: string }
  await ctx.sql(
    `insert into poll_options (poll_id, id, label) select $1, n, label from unnest($2::text[]) with ordinality as o(label, n)`,
    [id, poll.options],
  )
  await ctx.sql(`insert into poll_tallies (poll_id, option_id) select poll_id, id from poll_options where poll_id = $1`, [id])
  return id
}
