import { ledger as contracts } from '@corefans/shared/contracts/index.ts'
import type { Host } from '../../kernel/host.ts'
import { checkLedger } from './check-ledger.ts'

export function routes({ mount }: Host): void {
  mount.query(contracts.checkLedger, checkLedger)
}
