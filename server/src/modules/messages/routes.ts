import { messages as contracts } from '@corefans/shared/contracts/index.ts'
import { me, nobody } from '../../kernel/ctx.ts'
import { groupCommit } from '../../kernel/group-commit.ts'
import type { Host } from '../../kernel/host.ts'
import { deleteMessage, editMessage, react, unreact } from './change-message.ts'
import { exportThread, publicKey } from './export-thread.ts'
import { leaveThread } from './leave-thread.ts'
import { acceptThread } from './mark-read.ts'
import { openThread } from './open-thread.ts'
import { listMessages, listThreads, readThread } from './read.ts'
import { type Draft, sendMessage, sendMessages } from './send-messages.ts'
import { changeSettings, readSettings } from './settings.ts'
import type { MessageRow } from './types.ts'
import { tellTyping } from './typing.ts'
import { viewMessages } from './view.ts'

export function routes(host: Host): void {
  const { mount } = host
  send(host)
  mount.query(contracts.listThreads, listThreads(host))
  mount.command(contracts.openThread, openThread(host))
  mount.query(contracts.readThread, readThread(host))
  mount.query(contracts.listMessages, listMessages(host))
  mount.command(contracts.acceptThread, async (ctx, input) => {
    await acceptThread(ctx, input)
    return readThread(host)(ctx, input)
  })
  mount.command(contracts.leaveThread, leaveThread(host))
  mount.query(contracts.tellTyping, tellTyping(host))
  mount.command(contracts.editMessage, editMessage(host))
  mount.command(contracts.deleteMessage, deleteMessage)
  mount.command(contracts.react, react(host))
  mount.command(contracts.unreact, unreact(host))
  mount.query(contracts.readMessageSettings, readSettings)
  mount.command(contracts.changeMessageSettings, changeSettings)
  mount.query(contracts.readMessageKey, (read) => publicKey(read, host))
  mount.query(contracts.exportThread, exportThread(host))
}

/** Lines of one's own person join a group commit; with a key, with files, or of a team they are a transaction each. */
function send(host: Host): void {
  const { mount, transact } = host
  let arrived = 0
  // Each line is a thing of its own: the key is the order in which they came.
  const join = groupCommit<Draft & { nth: number }, MessageRow | Error>({
    max: 500,
    keyOf: ({ nth }) => String(nth).padStart(16, '0'),
    run: (drafts) => transact(nobody, (ctx) => sendMessages(ctx, host, drafts)),
  })
  mount.batchedCommand(
    contracts.sendMessage,
    async (read, input) => {
      if (input.mediaIds.length > 0 || read.caller.member) return transact(read.caller, (ctx) => sendMessage(host)(ctx, input))
      const authorId = me(read)
      const by = { byKind: 'self', byRole: null, byPerson: authorId } as const
      const sent = await join({ ...input, authorId, by, nth: arrived++ })
      if (sent instanceof Error) throw sent
      const [view] = await viewMessages(read, host, [sent])
      return view as NonNullable<typeof view>
    },
    sendMessage(host),
  )
}
