import type { Wire } from './audience.ts'

export type NotificationAdded = { type: 'notification.added'; accountId: string; notificationId: string; unread: number }
export type NotificationsRead = { type: 'notifications.read'; accountId: string; unread: number }

export const notificationsWire = {
  'notification.added': [{ topics: ({ accountId }) => [`account:${accountId}`], view: ({ type, unread }) => ({ type, unread }) }],
  'notifications.read': [{ topics: ({ accountId }) => [`account:${accountId}`], view: ({ type, unread }) => ({ type, unread }) }],
} satisfies Wire<NotificationAdded | NotificationsRead>
