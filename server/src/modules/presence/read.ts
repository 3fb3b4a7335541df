import type { PresenceView } from '@corefans/shared/contracts/presence.ts'
import type { Read } from '../../kernel/ctx.ts'
import { accountsByHandle, peopleOf } from '../profiles/index.ts'
import { lastSeen } from './store.ts'
import type { Tracker } from './tracker.ts'

/** Who of these is here. Whoever hides presence is left out, and sees nobody's in return. */
export const readPresence =
  (tracker: Tracker) =>
  async (read: Read, { handles }: { handles: string[] }) => {
    const nothing = { items: [] as PresenceView[], nextCursor: null }
    if (read.actor && (await hides(read, read.actor))) return nothing
    const named = [...(await accountsByHandle(read, handles)).values()].filter((account) => !account.hidesPresence)
    const seen = new Map(
      (
        await lastSeen(
          read,
          named.map((account) => account.id),
        )
      ).map((row) => [row.id, row.at]),
    )
    return {
      ...nothing,
      items: named.map(
        ({ id, handle }): PresenceView => ({ handle, state: tracker.here(id), lastActiveAt: seen.get(id)?.toISOString() ?? null }),
      ),
    }
  }

/** The state that pages of `presence:<handle>` hear; null for somebody who hides. */
export async function presenceOf(read: Read, tracker: Tracker, account: string): Promise<PresenceView | null> {
  const person = (await peopleOf(read, [account])).get(account)
  if (!person || (await hides(read, account))) return null
  const [seen] = await lastSeen(read, [account])
  return { handle: person.handle, state: tracker.here(account), lastActiveAt: seen?.at.toISOString() ?? null }
}

export async function hides(read: Read, account: string): Promise<boolean> {
  const person = (await peopleOf(read, [account])).get(account)
  return person ? ((await accountsByHandle(read, [person.handle])).get(person.handle)?.hidesPresence ?? true) : true
}
