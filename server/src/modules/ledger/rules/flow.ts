import type { Entry, Meaning, PostingKind } from './types.ts'

/** What left an account, and where it went. */
type Flow = {
  asset: string
  from: [account: string, part: string]
  to: readonly [account: string, amount: bigint, part: string][]
  subject?: string | null
  ref?: string | null
}

/** A meaning in which one account pays all that the others get. */
export function flow(kind: PostingKind, { asset, from, to, subject = null, ref = null }: Flow): Meaning {
  const paid = to.reduce((sum, [, amount]) => sum + amount, 0n)
  const entries: Entry[] = to.map(([account, amount, part]) => ({ account, asset, amount, part }))
  return { kind, subject, ref, entries: [{ account: from[0], asset, amount: -paid, part: from[1] }, ...entries] }
}
