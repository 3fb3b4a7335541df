import { purchases as contracts } from '@corefans/shared/contracts/index.ts'
import type { Host } from '../../kernel/host.ts'
import { listPurchases } from './read.ts'
import { startPurchase } from './start-purchase.ts'

export function routes({ mount }: Host): void {
  mount.command(contracts.startPurchase, startPurchase)
  mount.query(contracts.listPurchases, listPurchases)
}
