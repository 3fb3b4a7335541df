import type { Audience } from '@corefans/shared/contracts/posts.ts'
import { LRUCache } from 'lru-cache'
import type { Ctx } from '../../kernel/ctx.ts'
import { dataloader } from '../../kernel/dataloader.ts'

export type Subject = { id: string; kind: 'post'; ownerId: string; gate: Audience; state: 'live' | 'deleted' }

const select = `select id, kind, owner_id as "ownerId", gate, state from subjects where id = any($1)`

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
  return { id, kind: 'post', ownerId, gate: known, state }
}

/**
 * The subjects as they are once every change under way has ended, and no change begins before this transaction ends.
 * Those who only count share the lock; it is taken in one order.
 */
export const holdSubjects = (ctx: Ctx, ids: readonly string[]) => ctx.sql<Subject>(`${select} order by id for share`, [ids])

export async function insertSubject(ctx: Ctx, subject: Omit<Subject, 'state'>): Promise<void> {
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
