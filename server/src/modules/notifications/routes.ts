import { notifications as contracts } from '@corefans/shared/contracts/index.ts'
import type { House } from '../../kernel/house.ts'
import { listNotifications, markRead, readBadges } from './read.ts'

export function routes({ mount }: House): void {
  mount.query(contracts.listNotifications, listNotifications)
  mount.query(contracts.readBadges, readBadges)
  mount.command(contracts.markRead, markRead)
}
