import type { Audience } from '@corefans/shared/contracts/posts.ts'
import { LRUCache } from 'lru-cache'
import type { Ctx } from '../../kernel/ctx.ts'
import { dataloader, pairKey, pairsOf } from '../../kernel/dataloader.ts'

export type Subject = {
  id: string
  kind: 'post' | 'comment' | 'stream' | 'thread' | 'message'
  ownerId: string
  /** Of what lies within another, the gate of that one. */
  gate: Audience
  /** Live if what it lies within is live too. */
  state: 'live' | 'deleted'
  /** What it lies within, whose gate is its own; null for what stands by itself. */
  within: { id: string; ownerId: string } | null
}

const select = `select s.id, s.kind, s.owner_id as "ownerId", g.gate, case when s.state = 'live' then g.state else s.state end as state,
  case when s.within_id is null then null else jsonb_build_object('id', g.id, 'ownerId', g.owner_id) end as within
  from subjects s join subjects g on g.id = coalesce(s.within_id, s.id) where s.id = any($1)`

export const findSubjects = dataloader<Subject>(
  (read, ids) => read.sql(select, [ids]),
  (row) => row.id,
)

/** What a row of another table says of the subject that it is: read in one statement with it, so that both are of one moment. */
type SubjectColumns = { ownerId: string; gate: string; state: Subject['state'] }
const gates = new LRUCache<string, Audience>({ max: 10_000 })
export function subjectOf({ id, ownerId, gate, state }: SubjectColumns & { id: string }): Subject {
  // Many posts have the same few gates, and nobody changes one that is read.
  const known = gates.get(gate) ?? (JSON.parse(gate) as Audience)
  gates.set(gate, known)
  return { id, kind: 'post', ownerId, gate: known, state, within: null }
}

/**
 * The subjects as they are once every change under way has ended, and no change begins before this transaction ends.
 * Those who only count share the lock; it is taken in one order.
 */
export const holdSubjects = (ctx: Ctx, ids: readonly string[]) => ctx.sql<Subject>(`${select} order by g.id, s.id for share`, [ids])

/** Which of these accounts are members of which of these subjects, as `subject account`. */
export const findMembers = dataloader<{ subjectId: string; accountId: string }>(
  (read, keys) =>
    read.sql(
      `select subject_id as "subjectId", account_id as "accountId" from subject_members join unnest($1::uuid[], $2::uuid[]) as q(s, a) on subject_id = s and account_id = a`,
      pairsOf(keys),
    ),
  ({ subjectId, accountId }) => pairKey(subjectId, accountId),
)

/** These accounts may open the subject from now on, besides those who may already. */
export async function addMembers(ctx: Ctx, subjectId: string, accounts: readonly string[]): Promise<void> {
  await ctx.sql(`insert into subject_members (subject_id, account_id) select $1, a from unnest($2::uuid[]) a`, [subjectId, accounts])
}

/** This account may open the subject no more. */
export async function removeMember(ctx: Ctx, subjectId: string, account: string): Promise<void> {
  await ctx.sql(`delete from subject_members where subject_id = $1 and account_id = $2`, [subjectId, account])
}

/** Waits for everything that is being counted on the subject; nothing is until this transaction ends. */
export async function lockSubject(ctx: Ctx, id: string): Promise<void> {
  await ctx.sql(`select from subjects where id = $1 for no key update`, [id])
}

/** New subjects within others; answers their ids in the order of the list. */
export async function insertWithin(
  ctx: Ctx,
  kind: 'comment' | 'message',
  subjects: readonly { ownerId: string; withinId: string }[],
): Promise<string[]> {
  const rows = await ctx.sql<{ id: string }>(
    `with fresh as materialized (select uuidv7() as id, o, w, nth from unnest($2::uuid[], $3::uuid[]) with ordinality as t(o, w, nth)),
          kept as (insert into subjects (id, kind, owner_id, within_id) select id, $1, o, w from fresh)
     select id from fresh order by nth`,
    [kind, subjects.map(({ ownerId }) => ownerId), subjects.map(({ withinId }) => withinId)],
  )
  return rows.map(({ id }) => id)
}

export async function insertSubject(ctx: Ctx, subject: Omit<Subject, 'state' | 'within'>): Promise<void> {
  await ctx.sql(`insert into subjects (id, kind, owner_id, gate) values ($1, $2, $3, $4)`, [
    subject.id,
    subject.kind,
    subject.ownerId,
    JSON.stringify(subject.gate),
  ])
}

export async function updateSubject(
  ctx: Ctx,
  id: string,
  change: { gate?: Audience | undefined; state?: Subject['state'] | undefined },
): Promise<void> {
  await ctx.sql(`update subjects set gate = coalesce($2, gate), state = coalesce($3, state) where id = $1`, [
    id,
    change.gate === undefined ? null : JSON.stringify(change.gate),
    change.state ?? null,
  ])
}
