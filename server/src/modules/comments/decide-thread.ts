import type { ThreadRule, ThreadView } from '@corefans/shared/contracts/comments.ts'
import { type Ctx, me, type Read } from '../../kernel/ctx.ts'
import { lockSubject, type Subject } from '../access/index.ts'
import { problem } from './problems.ts'
import { mustHaveThread } from './read.ts'
import { type WhyNot, whyNotWrite } from './rules.ts'
import { findComments } from './store/comments.ts'
import { countsOf } from './store/counts.ts'
import { keepThread } from './store/threads.ts'
import { threadsOf, writersOf } from './threads.ts'
import { type Showing, shownTo, viewComments } from './view.ts'

type Change = { postId: string; rule?: ThreadRule | undefined; locked?: boolean | undefined; pinnedId?: string | null | undefined }

export const readThread =
  (on: Showing) =>
  async (read: Read, { postId }: { postId: string }): Promise<ThreadView> =>
    view(read, on, await mustHaveThread(read, postId))

/**
 * Who may write, whether anybody may, and what stands on top: decided by the subject's owner. Whoever is writing is waited
 * for, so nothing is added after a thread was closed.
 */
export const changeThread =
  (on: Showing) =>
  async (ctx: Ctx, { postId, ...change }: Change): Promise<ThreadView> => {
    await lockSubject(ctx, postId)
    const subject = await mustHaveThread(ctx, postId)
    if (subject.ownerId !== me(ctx)) throw problem['not-your-thread']()
    if (change.pinnedId) await mustBePinnable(ctx, postId, change.pinnedId)
    const { rule, locked, pinnedId } = (await threadsOf(ctx, [postId]))(postId)
    const next = {
      rule: change.rule ?? rule,
      locked: change.locked ?? locked,
      pinnedId: change.pinnedId === undefined ? pinnedId : change.pinnedId,
    }
    await keepThread(ctx, postId, next)
    await ctx.emit({ type: 'thread.changed', subjectId: postId })
    return view(ctx, on, subject)
  }

async function mustBePinnable(ctx: Ctx, subjectId: string, commentId: string): Promise<void> {
  await lockSubject(ctx, commentId)
  const [row] = await findComments(ctx, [commentId])
  if (row?.subjectId !== subjectId || row.parentId || row.deletedAt) throw problem['unknown-pin']()
}

async function view(read: Read, on: Showing, { id, ownerId }: Subject): Promise<ThreadView> {
  const [threadOf, counts] = await Promise.all([threadsOf(read, [id]), countsOf(read, [id])])
  const { rule, locked, pinnedId } = threadOf(id)
  const [whyNot, pinned] = await Promise.all([
    whyNotOf(read, on, { ownerId, subjectId: id }),
    pinnedId ? findComments(read, [pinnedId]).then(async (rows) => viewComments(read, on, ownerId, await shownTo(read, rows))) : [],
  ])
  return {
    rule,
    locked,
    pinned: pinned[0] ?? null,
    comments: counts[0]?.comments ?? 0,
    viewer: { isOwner: read.actor === ownerId, mayWrite: whyNot === null, whyNot },
  }
}

async function whyNotOf(read: Read, on: Showing, { ownerId, subjectId }: { ownerId: string; subjectId: string }): Promise<WhyNot | null> {
  if (!read.actor) return 'signed-out'
  const thread = (await threadsOf(read, [subjectId]))(subjectId)
  const [writer] = await writersOf(read, [{ account: read.actor, ownerId, rule: thread.rule }])
  return whyNotWrite(thread, writer ?? { isOwner: false, meetsRule: false })
}
