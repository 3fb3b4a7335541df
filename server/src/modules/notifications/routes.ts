import { notifications as contracts, messages } from '@corefans/shared/contracts/index.ts'
import type { Host } from '../../kernel/host.ts'
import { listNotifications, markRead, readBadges, readMessages } from './read.ts'

export function routes({ mount }: Host): void {
  mount.query(contracts.listNotifications, listNotifications)
  mount.query(contracts.readBadges, readBadges)
  mount.command(contracts.markRead, markRead)
  // Answered with every badge, so it is mounted where all are known.
  mount.command(messages.markRead, readMessages)
}
