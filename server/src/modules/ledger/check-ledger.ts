import { me, type Read } from '../../kernel/ctx.ts'
import { accountFacts } from '../accounts/index.ts'
import { inwardFaults } from './audit/booked-store.ts'
import { problem } from './problems.ts'
import { matching } from './store/lines.ts'

/** Counts what cannot be: each figure but `postings` is 0 in a sound book. Administrators only. */
export async function checkLedger(read: Read) {
  const facts = await accountFacts(read, me(read))
  if (facts?.role !== 'admin') throw problem['admins-only']()
  const [faults, matched] = await Promise.all([inwardFaults(read), matching(read)])
  return { ...matched, ...faults }
}
