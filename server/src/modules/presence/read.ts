import type { PresenceView } from '@corefans/shared/contracts/presence.ts'
import type { Read } from '../../kernel/ctx.ts'
import { accountsByHandle, peopleOf } from '../profiles/index.ts'
import { notBlocking } from '../safety/index.ts'
import { hereAmong, lastSeen } from './store.ts'

/** Who of these is here, whichever process holds their sockets. Whoever hides presence is left out, and sees nobody's in return. */
export async function readPresence(read: Read, { handles }: { handles: string[] }) {
  const nothing = { items: [] as PresenceView[], nextCursor: null }
  if (read.actor && (await hides(read, read.actor))) return nothing
  const named = [...(await accountsByHandle(read, handles)).values()].filter((account) => !account.hidesPresence)
  const here = await notBlocking(
    read,
    named.map(({ id }) => id),
  )
  return {
    ...nothing,
    items: await statesOf(
      read,
      named.filter(({ id }) => here.has(id)),
    ),
  }
}

/** The state that pages of `presence:<handle>` hear; null for somebody who hides. */
export async function presenceOf(read: Read, account: string): Promise<PresenceView | null> {
  const person = (await peopleOf(read, [account])).get(account)
  if (!person || (await hides(read, account))) return null
  return (await statesOf(read, [person]))[0] ?? null
}

async function statesOf(read: Read, people: readonly { id: string; handle: string }[]): Promise<PresenceView[]> {
  const ids = people.map(({ id }) => id)
  const [here, seen] = await Promise.all([hereAmong(read, ids), lastSeen(read, ids)])
  const seenAt = new Map(seen.map(({ id, at }) => [id, at]))
  return people.map(({ id, handle }) => ({
    handle,
    state: here.get(id) ?? 'offline',
    lastActiveAt: seenAt.get(id)?.toISOString() ?? null,
  }))
}

export async function hides(read: Read, account: string): Promise<boolean> {
  const person = (await peopleOf(read, [account])).get(account)
  return person ? ((await accountsByHandle(read, [person.handle])).get(person.handle)?.hidesPresence ?? true) : true
}
