import type { Ctx } from '../../../kernel/ctx.ts'
import { dataloader } from '../../../kernel/dataloader.ts'

export type ReactionRow = { messageId: string; emoji: string; accountIds: string[] }
export const reactionsOf = dataloader<ReactionRow>(
  (read, ids) =>
    read.sql(
      `select message_id as "messageId", emoji, array_agg(account_id) as "accountIds" from message_reactions where message_id = any($1)
        group by message_id, emoji order by count(*) desc, emoji`,
      [ids],
    ),
  (row) => row.messageId,
)
/** One reaction a person and line: another replaces it. */
export const putReaction = (ctx: Ctx, messageId: string, account: string, emoji: string) =>
  ctx.sql(
    `insert into message_reactions (message_id, account_id, emoji) values ($1, $2, $3) on conflict (message_id, account_id) do update set emoji = excluded.emoji`,
    [messageId, account, emoji],
  )
export const dropReaction = (ctx: Ctx, messageId: string, account: string, emoji: string) =>
  ctx.sql(`delete from message_reactions where message_id = $1 and account_id = $2 and emoji = $3`, [messageId, account, emoji])
