import { z } from 'zod'
import { contract } from '../contract.ts'
import { Id } from '../values/ids.ts'
import { page, pageInput } from '../values/page.ts'
import { Person } from './profiles.ts'

export const NotificationType = z.enum([
  'like',
  'comment',
  'reply',
  'follow',
  'purchase',
  'sale',
  'offer',
  'transfer',
  'tip',
  'reversal',
  'team',
  'poll-end',
  'system',
])
export type NotificationType = z.infer<typeof NotificationType>
export const NotificationView = z.object({
  id: Id,
  type: NotificationType,
  /** The newest actors first, three at most; `count` says how many there are in all. */
  actors: z.array(Person),
  count: z.number().int(),
  /** A sentence without the actors' names: “liked your post”. */
  text: z.string(),
  excerpt: z.string().nullable(),
  href: z.string(),
  at: z.iso.datetime(),
  read: z.boolean(),
})
export type NotificationView = z.infer<typeof NotificationView>

export const listNotifications = contract('GET /api/notifications', {
  summary: 'What happened to you, newest first',
  who: 'account',
  input: z.strictObject({ tab: z.enum(['all', 'interactions', 'passes', 'money', 'system']).default('all'), ...pageInput }),
  output: page(NotificationView),
  problems: ['http/bad-cursor'],
})
export const Badges = z.object({ messages: z.number().int(), streams: z.number().int(), notifications: z.number().int() })
export type Badges = z.infer<typeof Badges>
export const readBadges = contract('GET /api/me/badges', {
  summary: 'The counters of the navigation',
  who: 'account',
  input: z.strictObject({}),
  output: Badges,
  problems: [],
})
export const markRead = contract('POST /api/notifications/read', {
  summary: 'Mark some or all notifications read, on every device',
  who: 'account',
  input: z.strictObject({ ids: z.array(Id).min(1).max(100).optional() }),
  output: Badges,
  problems: [],
})
