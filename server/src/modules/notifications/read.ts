import type { Badges, NotificationView } from '@corefans/shared/contracts/notifications.ts'
import type { Person } from '@corefans/shared/contracts/profiles.ts'
import type { Page } from '@corefans/shared/values/page.ts'
import { type Ctx, me, type Read } from '../../kernel/ctx.ts'
import { pageOf, placeOf } from '../../kernel/cursor.ts'
import { streamsOnAirFor } from '../live/index.ts'
import { markRead as markMessages, unreadOf } from '../messages/index.ts'
import { peopleOf } from '../profiles/index.ts'
import { countUnread, type NotificationRow, notificationsOf, setRead } from './store.ts'

type Tab = 'all' | 'interactions' | 'passes' | 'money' | 'system'

export async function listNotifications(
  read: Read,
  input: { tab: Tab; limit: number; cursor?: string | undefined },
): Promise<Page<NotificationView>> {
  const rows = await notificationsOf(read, me(read), { tab: input.tab, place: placeOf(input.cursor), limit: input.limit })
  const people = await peopleOf(
    read,
    rows.flatMap((row) => row.actorIds),
  )
  return pageOf(
    rows,
    input.limit,
    rows.map((row) => present(row, people)),
  )
}

const present = (row: NotificationRow, people: ReadonlyMap<string, Person>): NotificationView => ({
  id: row.id,
  type: row.type,
  actors: row.actorIds.flatMap((id) => people.get(id) ?? []),
  count: row.actors,
  text: row.text,
  excerpt: row.excerpt,
  href: row.href,
  at: row.at.toISOString(),
  read: row.read,
})

/** The counters of the navigation. */
export const readBadges = async (read: Read): Promise<Badges> => ({
  messages: await unreadOf(read, me(read)),
  streams: await streamsOnAirFor(read, me(read)),
  notifications: await countUnread(read, me(read)),
})

export async function markRead(ctx: Ctx, { ids }: { ids?: string[] | undefined }): Promise<Badges> {
  const marked = await setRead(ctx, me(ctx), ids ?? null)
  const badges = await readBadges(ctx)
  if (marked > 0) await ctx.emit({ type: 'notifications.read', accountId: me(ctx), unread: badges.notifications })
  return badges
}

/** Messages up to a line are read. */
export async function readMessages(ctx: Ctx, input: { threadId: string; upTo: string | number }): Promise<Badges> {
  await markMessages(ctx, input)
  return readBadges(ctx)
}
