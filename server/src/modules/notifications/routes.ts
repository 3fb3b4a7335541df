import { notifications as contracts } from '@corefans/shared/contracts/index.ts'
import type { Host } from '../../kernel/host.ts'
import { listNotifications, markRead, readBadges } from './read.ts'

export function routes({ mount }: Host): void {
  mount.query(contracts.listNotifications, listNotifications)
  mount.query(contracts.readBadges, readBadges)
  mount.command(contracts.markRead, markRead)
}
