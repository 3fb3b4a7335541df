import type { CommentView } from '@corefans/shared/contracts/comments.ts'
import { type Ctx, me } from '../../kernel/ctx.ts'
import { accessProblem, judge, lockSubject, type Subject, updateSubject } from '../access/index.ts'
import { problem } from './problems.ts'
import { mayEdit, mayUndo, undoMs } from './rules.ts'
import { type CommentRow, lockComment, setDeleted, setText } from './store/comments.ts'
import { moveCounts } from './store/counts.ts'
import { unpin } from './store/threads.ts'
import { threadsOf } from './threads.ts'
import { type Showing, viewComments } from './view.ts'

type Which = { commentId: string }
type Found = { row: CommentRow; on: Subject; isLocked: boolean; isAuthor: boolean; isOwner: boolean }

/** Changes one's own words while they are young; what they were is not kept. */
export const editComment =
  (on: Showing) =>
  async (ctx: Ctx, { commentId, text }: Which & { text: string }): Promise<CommentView> => {
    const found = await find(ctx, on, commentId)
    const { row, isAuthor, isOwner, isLocked } = found
    if (row.deletedAt) throw problem.unknown()
    if (isLocked) throw accessProblem.locked()
    if (!isAuthor) throw problem['not-yours']()
    if (text === '') throw problem.empty()
    if ((await threadsOf(ctx, [row.subjectId]))(row.subjectId).locked && !isOwner) throw problem['thread-locked']()
    if (!mayEdit(row.createdAt, ctx.now)) throw problem['too-late']()
    if (text !== row.text) {
      await setText(ctx, row.id, text)
      await ctx.emit({ type: 'comment.edited', subjectId: row.subjectId, commentId: row.id, parentId: row.parentId })
    }
    return viewOne(ctx, on, found)
  }

/** Gone for everybody at once; what has replies leaves a stub. One's own words may be deleted also where one may not read any more. */
export const deleteComment =
  (on: Showing) =>
  async (ctx: Ctx, { commentId }: Which): Promise<{ undoUntil: string }> => {
    const { row, isAuthor, isOwner, isLocked } = await find(ctx, on, commentId)
    if (row.deletedAt) throw problem.unknown()
    if (!isAuthor && !isOwner) throw isLocked ? accessProblem.locked() : problem['not-yours']()
    await setDeleted(ctx, row.id, me(ctx))
    await updateSubject(ctx, row.id, { state: 'deleted' })
    await count(ctx, row, 'comment.deleted')
    if (await unpin(ctx, row.id)) await ctx.emit({ type: 'thread.changed', subjectId: row.subjectId })
    return { undoUntil: new Date(ctx.now.getTime() + undoMs).toISOString() }
  }

/** Undoes a deletion, for whoever did it: likes and replies are as they were. */
export const restoreComment =
  (on: Showing) =>
  async (ctx: Ctx, { commentId }: Which): Promise<CommentView> => {
    const found = await find(ctx, on, commentId)
    const { row } = found
    if (!row.deletedAt || row.deletedBy !== me(ctx)) throw problem.unknown()
    if (!mayUndo(row.deletedAt, ctx.now)) throw problem['too-late']()
    await setDeleted(ctx, row.id, null)
    await updateSubject(ctx, row.id, { state: 'live' })
    await count(ctx, row, 'comment.restored')
    return viewOne(ctx, on, found)
  }

/**
 * The comment behind its locks. Its subject comes first: whoever likes it holds that and then wants the comment, so the other
 * order could make two wait for each other.
 */
async function find(ctx: Ctx, on: Showing, commentId: string): Promise<Found> {
  await lockSubject(ctx, commentId)
  const row = await lockComment(ctx, commentId)
  if (!row) throw problem.unknown()
  const [judged] = await judge(ctx, [{ viewer: me(ctx), subjectId: row.subjectId }])
  if (!judged?.subject || judged.verdict === 'hidden') throw problem.unknown()
  const isLocked = judged.verdict === 'locked'
  return { row, on: judged.subject, isLocked, isAuthor: row.authorId === me(ctx), isOwner: judged.subject.ownerId === me(ctx) }
}

/** Moves the counts of the subject and of what was answered, and says so. */
async function count(ctx: Ctx, { id, subjectId, parentId }: CommentRow, type: 'comment.deleted' | 'comment.restored'): Promise<void> {
  const step = type === 'comment.deleted' ? -1 : 1
  const counts = await moveCounts(ctx, new Map([subjectId, ...(parentId ? [parentId] : [])].map((one) => [one, step])))
  const replied = parentId ? [{ parentId, replies: counts.get(parentId) ?? 0 }] : []
  await ctx.emit({ type, subjectId, commentId: id, parentId, comments: counts.get(subjectId) ?? 0, replied })
}

async function viewOne(ctx: Ctx, on: Showing, { row, on: subject }: Found): Promise<CommentView> {
  const now = await lockComment(ctx, row.id)
  const [view] = await viewComments(ctx, on, subject.ownerId, now ? [now] : [])
  if (!view) throw problem.unknown()
  return view
}
