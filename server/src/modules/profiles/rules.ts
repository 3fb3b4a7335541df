import { Counters } from '@corefans/shared/contracts/profiles.ts'

/** What is counted of an account: what everybody sees, by the API's own names, and whom it follows. Rows of `profile_counters`. */
const publicKinds = Object.keys(Counters.shape) as (keyof Counters)[]
export const counterKinds = [...publicKinds, 'following'] as const
export type CounterKind = (typeof counterKinds)[number]
export type Counts = Readonly<Record<CounterKind, number>>

/** Every kind, with zero for what has no row. */
export const allCounts = (rows: Readonly<Partial<Record<string, number>>> | null | undefined): Counts =>
  Object.fromEntries(counterKinds.map((kind) => [kind, rows?.[kind] ?? 0])) as Counts

/** Those that everybody sees. */
export const publicCounts = (counts: Counts): Counters => Object.fromEntries(publicKinds.map((kind) => [kind, counts[kind]])) as Counters

/** Why somebody is suggested, in words a person can check. */
export function whySuggested({ mutual, isNew, fans }: { mutual: number; isNew: boolean; fans: number }): string {
  if (mutual > 0) return `Followed by ${mutual} ${mutual === 1 ? 'person' : 'people'} you follow`
  if (isNew) return 'New on CoreFans'
  return fans === 1 ? 'Has 1 fan' : `Has ${fans} fans`
}
