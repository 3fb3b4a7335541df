import type { Ctx } from '../../../kernel/ctx.ts'
import { dataloader } from '../../../kernel/dataloader.ts'
import type { Thread } from '../rules.ts'

/** Threads that their owners said something of; others are open to everyone. */
export const findThreads = dataloader<Thread & { subjectId: string }>(
  (read, subjects) =>
    read.sql(`select subject_id as "subjectId", rule, locked, pinned_id as "pinnedId" from comment_threads where subject_id = any($1)`, [
      subjects,
    ]),
  (row) => row.subjectId,
)

export async function keepThread(ctx: Ctx, subjectId: string, { rule, locked, pinnedId }: Thread): Promise<void> {
  await ctx.sql(
    `insert into comment_threads (subject_id, rule, locked, pinned_id) values ($1, $2, $3, $4)
     on conflict (subject_id) do update set rule = excluded.rule, locked = excluded.locked, pinned_id = excluded.pinned_id`,
    [subjectId, rule, locked, pinnedId],
  )
}

/** Takes a comment from its pin; whether it was pinned. */
export const unpin = async (ctx: Ctx, commentId: string): Promise<boolean> =>
  (await ctx.sql(`update comment_threads set pinned_id = null where pinned_id = $1 returning 1`, [commentId])).length > 0
