import type { MessageView } from '@corefans/shared/contracts/messages.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Host } from '../../kernel/host.ts'
import { updateSubject } from '../access/index.ts'
import { mediaOf } from '../media/index.ts'
import { problem } from './problems.ts'
import { lineOf, signingKey, signLine } from './provenance.ts'
import { mustBeMember } from './read.ts'
import { hasTooManyLinks, mayEdit } from './rules.ts'
import { forgetUnread, membersOf, moveInboxes } from './store/members.ts'
import { findMessages, rewrite, setDeleted } from './store/messages.ts'
import { dropReaction, putReaction } from './store/reactions.ts'
import { lockThreads } from './store/threads.ts'
import type { MessageRow } from './types.ts'
import { isTyping, type Showing, viewMessages } from './view.ts'

type Which = { messageId: string }

/** The line behind the lock of its thread, if the actor is a member of it. */
async function find(ctx: Ctx, messageId: string): Promise<MessageRow> {
  const [before] = await findMessages(ctx, [messageId])
  if (!before) throw problem.unknown()
  await lockThreads(ctx, [before.threadId])
  await mustBeMember(ctx, before.threadId).catch(() => Promise.reject(problem.unknown()))
  const [row] = await findMessages(ctx, [messageId])
  if (!row || row.deletedAt) throw problem.unknown()
  return row
}

/** New words for one's own line, under a new signature; the label stays, and what it said is kept. */
export const editMessage =
  (on: Showing & Pick<Host, 'db'>) =>
  async (ctx: Ctx, { messageId, text }: Which & { text: string }): Promise<MessageView> => {
    const row = await find(ctx, messageId)
    if (!isTyping(ctx, row)) throw problem['not-yours']()
    if (text === '' && row.media === 0) throw problem.empty()
    if (hasTooManyLinks(text)) throw problem['too-many-links']()
    if (!mayEdit(row.createdAt, ctx.now)) throw problem['too-late']()
    if (text !== row.text) {
      const media = ((await mediaOf(ctx, [row.id])).get(row.id) ?? []).map(({ id }) => id)
      const signature = signLine(await signingKey(ctx, on), lineOf({ ...row, text, editedAt: ctx.now }, media))
      await rewrite(ctx, row, text, signature)
      await tell(ctx, row, [])
    }
    return viewOne(ctx, on, row.id)
  }

/** Gone for everybody; that a line stood here stays to be seen. Whoever had not read it has one less to read. */
export async function deleteMessage(ctx: Ctx, { messageId }: Which): Promise<null> {
  const row = await find(ctx, messageId)
  if (row.authorId !== ctx.actor) throw problem['not-yours']()
  await setDeleted(ctx, row.id)
  if (row.media > 0) await updateSubject(ctx, row.id, { state: 'deleted' })
  const waiting = (await membersOf(ctx, [row.threadId])).filter(({ accountId, readSeq }) => accountId !== row.authorId && readSeq < row.seq)
  await forgetUnread(
    ctx,
    row.threadId,
    waiting.map(({ accountId }) => accountId),
  )
  await tell(
    ctx,
    row,
    waiting.filter(({ folder }) => folder === 'inbox').map(({ accountId }) => accountId),
  )
  return null
}

export const react =
  (on: Showing) =>
  async (ctx: Ctx, { messageId, emoji }: Which & { emoji: string }): Promise<MessageView> => {
    const row = await find(ctx, messageId)
    await putReaction(ctx, row.id, ctx.actor as string, emoji)
    await tell(ctx, row, [])
    return viewOne(ctx, on, row.id)
  }
export const unreact =
  (on: Showing) =>
  async (ctx: Ctx, { messageId, emoji }: Which & { emoji: string }): Promise<MessageView> => {
    const row = await find(ctx, messageId)
    await dropReaction(ctx, row.id, ctx.actor as string, emoji)
    await tell(ctx, row, [])
    return viewOne(ctx, on, row.id)
  }

/** Tells the thread, and those whose badge fell by one. */
async function tell(ctx: Ctx, { id, threadId }: MessageRow, fewer: readonly string[]): Promise<void> {
  const inboxes = await moveInboxes(ctx, new Map(fewer.map((account) => [account, -1])))
  const members = [...inboxes].map(([accountId, unread]) => ({ accountId, unread }))
  await ctx.emit({ type: 'message.changed', threadId, messageId: id, members })
}

async function viewOne(ctx: Ctx, on: Showing, id: string): Promise<MessageView> {
  return (await viewMessages(ctx, on, await findMessages(ctx, [id])))[0] as MessageView
}
