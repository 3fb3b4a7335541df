import { type Ctx, me } from '../../kernel/ctx.ts'
import type { Host } from '../../kernel/host.ts'
import { removeMember } from '../access/index.ts'
import { problem } from './problems.ts'
import { membersOf, moveInboxes } from './store/members.ts'
import { lockThreads } from './store/threads.ts'

/** Leaves a group: what is said there is not read any more, and what was unread counts no more. */
export const leaveThread =
  ({ bus }: Pick<Host, 'bus'>) =>
  async (ctx: Ctx, { threadId }: { threadId: string }): Promise<null> => {
    const account = me(ctx)
    const [thread] = await lockThreads(ctx, [threadId])
    const all = await membersOf(ctx, [threadId])
    const member = all.find(({ accountId }) => accountId === account)
    if (!thread || !member) throw problem['unknown-thread']()
    if (thread.kind === 'direct') throw problem['not-a-group']()
    await removeMember(ctx, threadId, account)
    const step = member.folder === 'inbox' ? -member.unread : 0
    const inboxes = await moveInboxes(ctx, new Map([[account, step], ...rest(all, account)]))
    const members = all.map(({ accountId }) => ({ accountId, unread: inboxes.get(accountId) ?? 0 }))
    await ctx.emit({ type: 'threads.changed', threadId, members })
    ctx.afterCommit(() => bus.publish({ kind: 'recheck', account }))
    return null
  }

/** The others are told as well, with the badge that they have. */
const rest = (all: readonly { accountId: string }[], account: string): [string, number][] =>
  all.filter(({ accountId }) => accountId !== account).map(({ accountId }) => [accountId, 0])
