import type { House } from '../../kernel/house.ts'
import { expirePass, returnLoan } from './expire-pass.ts'

export function onEvents(house: House): void {
  house.job('passes.expired', expirePass(house.chain.id))
  house.job('passes.returned', returnLoan(house.chain.id))
}
