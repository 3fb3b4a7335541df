import type { Ctx } from '../../../kernel/ctx.ts'
import { dataloader } from '../../../kernel/dataloader.ts'
import type { SettingsRow } from '../types.ts'

/** What accounts have said of their messages; those who said nothing are absent. */
export const findSettings = dataloader<SettingsRow>(
  (read, ids) =>
    read.sql(
      `select account_id as "accountId", who_may_write as "whoMayWrite", shows_read as "showsRead", shows_typing as "showsTyping" from message_settings where account_id = any($1)`,
      [ids],
    ),
  (row) => row.accountId,
)
export const keepSettings = (ctx: Ctx, { accountId, whoMayWrite, showsRead, showsTyping }: SettingsRow) =>
  ctx.sql(
    `insert into message_settings (account_id, who_may_write, shows_read, shows_typing) values ($1, $2, $3, $4)
     on conflict (account_id) do update set who_may_write = excluded.who_may_write, shows_read = excluded.shows_read, shows_typing = excluded.shows_typing`,
    [accountId, whoMayWrite, showsRead, showsTyping],
  )
