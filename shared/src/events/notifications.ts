export type NotificationAdded = { type: 'notification.added'; accountId: string; notificationId: string; unread: number }
export type NotificationsRead = { type: 'notifications.read'; accountId: string; unread: number }
