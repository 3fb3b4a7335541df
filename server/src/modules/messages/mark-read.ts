import { type Ctx, me } from '../../kernel/ctx.ts'
import { problem } from './problems.ts'
import { openSettings } from './rules.ts'
import { membersOf, moveInboxes, setFolder, setRead } from './store/members.ts'
import { countAfter, findMessages } from './store/messages.ts'
import { findSettings } from './store/settings.ts'
import { lockThreads } from './store/threads.ts'
import type { MemberRow, ThreadRow } from './types.ts'

/** The thread behind its lock with what it is to the actor: reading, sending and deleting follow each other. */
async function mine(ctx: Ctx, threadId: string): Promise<{ thread: ThreadRow; member: MemberRow }> {
  const [thread] = await lockThreads(ctx, [threadId])
  const member = (await membersOf(ctx, [threadId])).find(({ accountId }) => accountId === me(ctx))
  if (!thread || !member) throw problem['unknown-thread']()
  return { thread, member }
}

/** Everything up to a line is read. Answers how many unread lines the inbox has then. */
export async function markRead(ctx: Ctx, { threadId, upTo }: { threadId: string; upTo: string | number }): Promise<number> {
  const { thread, member } = await mine(ctx, threadId)
  const seq = typeof upTo === 'number' ? upTo : await seqOf(ctx, threadId, upTo)
  if (seq > thread.lastSeq) throw problem.unknown()
  if (seq < member.readSeq) throw problem['read-backwards']()
  const unread = await countAfter(ctx, threadId, member.accountId, seq)
  const step = member.folder === 'inbox' ? unread - member.unread : 0
  const total = (await moveInboxes(ctx, new Map([[member.accountId, step]]))).get(member.accountId) ?? 0
  if (seq === member.readSeq) return total
  await setRead(ctx, { ...member, readSeq: seq, unread })
  const [settings = openSettings] = await findSettings(ctx, [member.accountId])
  const isShown = settings.showsRead && member.folder === 'inbox' // a request tells its sender nothing
  await ctx.emit({ type: 'thread.read', threadId, accountId: member.accountId, upTo: seq, unread: total, isShown })
  return total
}

async function seqOf(ctx: Ctx, threadId: string, messageId: string): Promise<number> {
  const [row] = await findMessages(ctx, [messageId])
  if (row?.threadId !== threadId) throw problem.unknown()
  return row.seq
}

/** Takes a request into the inbox; its unread lines count from now on. */
export async function acceptThread(ctx: Ctx, { threadId }: { threadId: string }): Promise<void> {
  const { member } = await mine(ctx, threadId)
  if (member.folder === 'inbox') return
  await setFolder(ctx, threadId, member.accountId, 'inbox')
  const inboxes = await moveInboxes(ctx, new Map([[member.accountId, member.unread]]))
  const unread = inboxes.get(member.accountId) ?? 0
  await ctx.emit({ type: 'threads.changed', threadId, members: [{ accountId: member.accountId, unread }] })
}
