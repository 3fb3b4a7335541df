import type { Host } from '../../kernel/host.ts'
import { expirePass, returnLoan } from './expire-pass.ts'

export function onEvents(host: Host): void {
  host.job('passes.expired', expirePass)
  host.job('passes.returned', returnLoan)
}
