import { tips as contracts } from '@corefans/shared/contracts/index.ts'
import type { Host } from '../../kernel/host.ts'
import { listTips, readTipIntent } from './read.ts'
import { startTip } from './start-tip.ts'

export function routes({ mount }: Host): void {
  mount.command(contracts.startTip, startTip)
  mount.query(contracts.readTipIntent, readTipIntent)
  mount.query(contracts.listTips, listTips)
}
