import type { NotificationType } from '@corefans/shared/contracts/notifications.ts'
import type { Ctx, Read } from '../../kernel/ctx.ts'
import { cursorAt, type Place } from '../../kernel/cursor.ts'

export type Note = {
  account: string
  type: NotificationType
  group: string
  actors: readonly string[]
  text: string
  excerpt: string | null
  href: string
}
export type NotificationRow = {
  id: string
  type: NotificationType
  actorIds: string[]
  actors: number
  text: string
  excerpt: string | null
  href: string
  at: Date
  read: boolean
  cursorAt: string
}

/** A new line, or more actors on the unread line of the same group. Answers its id. */
export async function upsertNotification(ctx: Ctx, note: Note): Promise<string> {
  const [row] = await ctx.sql<{ id: string }>(
    `insert into notifications (account_id, type, group_key, actor_ids, actors, text, excerpt, href, at) values ($1, $2, $3, '{}', 0, $4, $5, $6, $7)
     on conflict (account_id, group_key) where read_at is null do update set at = excluded.at, text = excluded.text, excerpt = excluded.excerpt returning id`,
    [note.account, note.type, note.group, note.text, note.excerpt, note.href, ctx.now],
  )
  const { id } = row as { id: string }
  // Counted by what is new: a line that ten thousand people stand on is not counted anew for each of them.
  await ctx.sql(
    `with added as (insert into notification_actors (notification_id, actor_id) select $1, a from unnest($2::uuid[]) a on conflict do nothing returning 1)
     update notifications set actors = actors + (select count(*) from added),
       actor_ids = (array(select a from unnest($2::uuid[]) a) || array(select a from unnest(actor_ids) a where a <> all($2::uuid[])))[1:3] where id = $1`,
    [id, note.actors],
  )
  return id
}

const typesOf = {
  all: null,
  interactions: ['like', 'comment', 'reply', 'follow', 'poll-end'],
  passes: ['purchase', 'sale', 'offer', 'transfer'],
  money: ['tip', 'reversal'],
  system: ['system', 'team'],
} as const
export type Wanted = { tab: keyof typeof typesOf; place: Place | null; limit: number }
export const notificationsOf = (read: Read, account: string, { tab, place, limit }: Wanted) =>
  read.sql<NotificationRow>(
    `select id, type, actor_ids as "actorIds", actors, text, excerpt, href, at, read_at is not null as read, ${cursorAt('at')} as "cursorAt" from notifications
      where account_id = $1 and ($2::text[] is null or type = any($2)) and ($3::timestamptz is null or (at, id) < ($3, $4::uuid)) order by at desc, id desc limit $5`,
    [account, typesOf[tab], place?.at ?? null, place?.id ?? null, limit + 1],
  )

export const countUnread = async (read: Pick<Read, 'sql'>, account: string) =>
  (await read.sql<{ n: number }>(`select count(*)::int as n from notifications where account_id = $1 and read_at is null`, [account]))[0]
    ?.n ?? 0

/** Marks lines read, all of them when `ids` is null; how many were unread. */
export const setRead = async (ctx: Ctx, account: string, ids: readonly string[] | null) =>
  (
    await ctx.sql(
      `update notifications set read_at = $2 where account_id = $1 and read_at is null and ($3::uuid[] is null or id = any($3)) returning 1`,
      [account, ctx.now, ids],
    )
  ).length
