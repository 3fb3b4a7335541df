import { z } from 'zod'
import { contract } from '../contract.ts'

const count = z.number().int()

export const checkLedger = contract('GET /api/admin/ledger/check', {
  summary: 'What is wrong inside the book: each figure must be 0. `npm run audit:ledger` compares it with the chain',
  who: 'account',
  input: z.strictObject({}),
  output: z.object({
    postings: count,
    /** Postings that do not sum to zero in an asset. */
    unbalanced: count,
    /** Balances that are not the sum of their entries. */
    drifted: count,
    /** Postings without entries. */
    orphans: count,
    /** Transactions booked whose log the inbox does not hold, and is not taken back. */
    unmatchedTx: count,
  }),
  problems: ['ledger/admins-only'],
})
