import type { Audience } from '@corefans/shared/contracts/posts.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { gathered } from '../../kernel/gather.ts'

export type Subject = { id: string; kind: 'post'; ownerId: string; gate: Audience; state: 'live' | 'deleted' }

export const findSubjects = gathered<Subject>(
  (read, ids) => read.sql(`select id, kind, owner_id as "ownerId", gate, state from subjects where id = any($1)`, [ids]),
  (row) => row.id,
)

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
