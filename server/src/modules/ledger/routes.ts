import { ledger as contracts } from '@corefans/shared/contracts/index.ts'
import type { House } from '../../kernel/house.ts'
import { checkLedger } from './check-ledger.ts'

export function routes({ mount }: House): void {
  mount.query(contracts.checkLedger, checkLedger)
}
