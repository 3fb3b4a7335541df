import type { Person } from '@corefans/shared/contracts/profiles.ts'
import type { Bus } from '../../kernel/bus.ts'
import type { Read } from '../../kernel/ctx.ts'
import type { Host } from '../../kernel/host.ts'
import { forgottenEverywhere, type Remembered, remembered } from '../../kernel/remembered.ts'
import { peopleOf } from './read.ts'

/** How long a name may be an old one when a process dies between a commit and its word to the others. */
const ttlMs = 60_000

const memories = new WeakMap<Bus, Remembered<Person>>()
/** Names and faces as they stand beside what people wrote, remembered by each process. */
function memoryOn(bus: Bus): Remembered<Person> {
  const known = memories.get(bus)
  if (known) return known
  const memory = remembered<Person>({
    max: 50_000,
    ttlMs,
    find: peopleOf,
  })
  memories.set(bus, memory)
  return memory
}

export const namesOf = ({ bus }: Pick<Host, 'bus'>, read: Read, ids: readonly string[]): Promise<ReadonlyMap<string, Person>> =>
  memoryOn(bus).get(read, ids)

/** An edit of a profile is forgotten with its commit: here before its answer leaves, elsewhere as soon as the bus says so. */
export function forgetNames(host: Pick<Host, 'bus' | 'onInTransaction'>): void {
  const forget = forgottenEverywhere(host.bus, 'name', memoryOn(host.bus))
  host.onInTransaction('profile.edited', async (ctx, { accountId }) => ctx.afterCommit(() => forget(accountId)))
}
