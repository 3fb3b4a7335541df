import type { Ctx } from '../../kernel/ctx.ts'
import type { Posting } from './rules/types.ts'
import { insertEntries, insertPostings, moveBalances, reserveIds } from './store/postings.ts'

/**
 * Books postings of one chain: all of them with their entries and balances, or none. Each must sum to zero in every
 * asset, and a log that is booked already is refused; the database holds both.
 */
export async function post(ctx: Ctx, postings: readonly Posting[]): Promise<void> {
  if (postings.length === 0) return
  const ids = await reserveIds(ctx, postings.length)
  const lines = postings.flatMap(({ entries }, index) =>
    entries.map((entry, line) => ({ ...entry, line, postingId: ids[index] as number })),
  )
  await insertPostings(ctx, ids, postings)
  await insertEntries(ctx, lines)
  await moveBalances(ctx, lines)
}
