import type { Ctx } from '../../../../kernel/ctx.ts'

export type FollowChange = { accountId: string; authorId: string }

/** Says, with the change itself, that timelines do not know yet how this post stands now. */
export async function notePostChange(ctx: Ctx, postId: string): Promise<void> {
  await ctx.sql(`insert into timeline_post_changes (post_id, published_at) select id, created_at from posts where id = $1`, [postId])
}

/** Says, with the change itself, that the account's timeline does not know yet whether it follows this author. */
export async function noteFollowChange(ctx: Ctx, { accountId, authorId }: FollowChange): Promise<void> {
  await ctx.sql(`insert into timeline_follow_changes (account_id, author_id) values ($1, $2)`, [accountId, authorId])
}

/** One transaction at a time writes timelines; what it reads from here on is of after all that was written before. */
export async function lockTimelines(ctx: Ctx): Promise<void> {
  await ctx.sql(`select pg_advisory_xact_lock(hashtextextended('timelines', 0))`)
}

const oldest = (table: string) => `id in (select id from ${table} order by id limit $1)`
/** Takes the oldest changes. What changes after this has a row that is not among them. */
export async function takePostChanges(ctx: Ctx, limit: number): Promise<string[]> {
  const rows = await ctx.sql<{ id: string }>(
    `delete from timeline_post_changes where ${oldest('timeline_post_changes')} returning post_id as id`,
    [limit],
  )
  return [...new Set(rows.map(({ id }) => id))]
}
export const takeFollowChanges = (ctx: Ctx, limit: number): Promise<FollowChange[]> =>
  ctx.sql(
    `delete from timeline_follow_changes where ${oldest('timeline_follow_changes')} returning account_id as "accountId", author_id as "authorId"`,
    [limit],
  )
