import { safety as contracts } from '@corefans/shared/contracts/index.ts'
import type { Person } from '@corefans/shared/contracts/profiles.ts'
import type { Shunned } from '@corefans/shared/contracts/safety.ts'
import { me, type Read } from '../../kernel/ctx.ts'
import { pageOf, placeOf } from '../../kernel/cursor.ts'
import type { Host } from '../../kernel/host.ts'
import { shun } from './shun.ts'
import { type How, listOf } from './store.ts'

/** Names live above this module; whoever composes passes them in. */
export type SafetyPorts = {
  /** The account with this handle, blocked or not, or profiles/unknown. */
  accountOf: (read: Read, handle: string) => Promise<string>
  peopleOf: (read: Read, ids: readonly string[]) => Promise<ReadonlyMap<string, Person>>
}

export function install(host: Host, { accountOf, peopleOf }: SafetyPorts): void {
  const { mount } = host
  mount.command(contracts.block, async (ctx, { handle }) => ({ blocks: await shun(ctx, 'block', await accountOf(ctx, handle), true) }))
  mount.command(contracts.unblock, async (ctx, { handle }) => ({ blocks: await shun(ctx, 'block', await accountOf(ctx, handle), false) }))
  mount.command(contracts.mute, async (ctx, { handle }) => ({ mutes: await shun(ctx, 'mute', await accountOf(ctx, handle), true) }))
  mount.command(contracts.unmute, async (ctx, { handle }) => ({ mutes: await shun(ctx, 'mute', await accountOf(ctx, handle), false) }))

  const list = (how: How) => async (read: Read, input: { limit: number; cursor?: string | undefined }) => {
    const rows = await listOf(read, how, me(read), { place: placeOf(input.cursor), limit: input.limit })
    const { items, nextCursor } = pageOf(rows, input.limit, rows)
    const people = await peopleOf(
      read,
      items.map(({ id }) => id),
    )
    const shown = items.flatMap(({ id, at }): Shunned[] => {
      const person = people.get(id)
      return person ? [{ person, at: at.toISOString() }] : []
    })
    return { items: shown, nextCursor }
  }
  mount.query(contracts.listBlocks, list('block'))
  mount.query(contracts.listMutes, list('mute'))

  // What the blocked hear just now is asked anew: open sockets narrow with the block.
  host.onCommitted('safety.recheck', ['person.shunned'], async (ctx, { whom, how }) => {
    if (how === 'block') ctx.afterCommit(() => host.bus.publish({ kind: 'recheck', account: whom }))
  })
}
