import type { CommentView } from '@corefans/shared/contracts/comments.ts'
import { type Ctx, me } from '../../kernel/ctx.ts'
import { accessProblem, insertWithin, type Judged, judgeAndHold, type Subject } from '../access/index.ts'
import { problem } from './problems.ts'
import { refusalOf, type Thread, type Writer, whyNotAnswer, whyNotWrite } from './rules.ts'
import { type CommentRow, findComments, insertComments } from './store/comments.ts'
import { moveCounts } from './store/counts.ts'
import { threadsOf, writersOf } from './threads.ts'
import { type Showing, viewFresh } from './view.ts'

export type Draft = { subjectId: string; parentId: string | null; authorId: string; text: string }
export type Written = { row: CommentRow; ownerId: string }
type Stands = Draft & { owner: Subject; parentAuthorId: string | null }

/**
 * Comments of many people in one transaction; each answer stands in the order of the drafts, a refusal as its problem.
 * One domain event per subject, whatever the crowd.
 */
export async function writeComments(ctx: Ctx, drafts: readonly Draft[]): Promise<(Written | Error)[]> {
  const judged = await judgeAll(ctx, drafts)
  const standing = judged.filter((one): one is Stands => !(one instanceof Error))
  const written = await insert(ctx, standing)
  const counts = await moveCounts(ctx, stepsOf(standing))
  await announce(ctx, standing, written, counts)
  let nth = 0
  return judged.map((one) => (one instanceof Error ? one : { row: written[nth++] as CommentRow, ownerId: one.owner.ownerId }))
}

/** One person's comment as a plain command: for calls with an Idempotency-Key. */
export const writeComment =
  (on: Showing) =>
  async (ctx: Ctx, { postId, parentId, text }: { postId: string; parentId: string | null; text: string }): Promise<CommentView> => {
    const [written] = await writeComments(ctx, [{ subjectId: postId, parentId, authorId: me(ctx), text }])
    if (!written || written instanceof Error) throw written ?? problem['unknown-post']()
    return viewFresh(ctx, on, written.ownerId, written.row)
  }

async function judgeAll(ctx: Ctx, drafts: readonly Draft[]): Promise<(Stands | Error)[]> {
  const judged = await judgeAndHold(
    ctx,
    drafts.map(({ authorId, subjectId }) => ({ viewer: authorId, subjectId })),
  )
  const threadOf = await threadsOf(
    ctx,
    drafts.map(({ subjectId }) => subjectId),
  )
  const writers = await writersOf(
    ctx,
    drafts.map(({ authorId, subjectId }, i) => ({
      account: authorId,
      ownerId: judged[i]?.subject?.ownerId ?? authorId,
      rule: threadOf(subjectId).rule,
    })),
  )
  const parents = new Map(
    (
      await findComments(
        ctx,
        drafts.flatMap(({ parentId }) => parentId ?? []),
      )
    ).map((parent) => [parent.id, parent]),
  )
  return drafts.map((draft, i) => {
    const asked = {
      judged: judged[i],
      thread: threadOf(draft.subjectId),
      writer: writers[i] as Writer,
      parent: parents.get(draft.parentId ?? ''),
    }
    return whyNot(draft, asked) ?? { ...draft, owner: judged[i]?.subject as Subject, parentAuthorId: asked.parent?.authorId ?? null }
  })
}

type Asked = { judged: Judged | undefined; thread: Thread; writer: Writer; parent: CommentRow | undefined }

/** Why a comment cannot stand, the gravest reason first: a stranger to the post learns nothing of its thread. */
function whyNot(draft: Draft, { judged, thread, writer, parent }: Asked): Error | null {
  const closed = whyNotOpen(judged)
  if (closed) return closed
  if (draft.text === '') return problem.empty()
  const why = whyNotWrite(thread, writer)
  if (why) return refusalOf(why)
  return draft.parentId === null ? null : whyNotAnswer(parent, draft.subjectId)
}

/** Comments hang on what stands by itself; there are none on comments but replies. */
function whyNotOpen(judged: Judged | undefined): Error | null {
  if (judged?.subject?.kind !== 'post' || judged.verdict === 'hidden') return problem['unknown-post']()
  return judged.verdict === 'locked' ? accessProblem.locked() : null
}

async function insert(ctx: Ctx, standing: readonly Stands[]): Promise<CommentRow[]> {
  if (standing.length === 0) return []
  const ids = await insertWithin(
    ctx,
    'comment',
    standing.map(({ authorId, subjectId }) => ({ ownerId: authorId, withinId: subjectId })),
  )
  return insertComments(
    ctx,
    standing.map(({ subjectId, parentId, authorId, text }, i) => ({ id: ids[i] as string, subjectId, parentId, authorId, text })),
  )
}

/** A comment counts on its subject, and a reply on what it answers as well. */
function stepsOf(standing: readonly Stands[]): Map<string, number> {
  const steps = new Map<string, number>()
  for (const { subjectId, parentId } of standing)
    for (const id of [subjectId, parentId]) if (id !== null) steps.set(id, (steps.get(id) ?? 0) + 1)
  return steps
}

async function announce(
  ctx: Ctx,
  standing: readonly Stands[],
  written: readonly CommentRow[],
  counts: ReadonlyMap<string, number>,
): Promise<void> {
  for (const subjectId of new Set(standing.map((one) => one.subjectId))) {
    const here = standing.flatMap((one, i) => (one.subjectId === subjectId ? [{ ...one, id: written[i]?.id as string }] : []))
    const answered = [...new Set(here.flatMap(({ parentId }) => parentId ?? []))]
    await ctx.emit({
      type: 'comments.added',
      subjectId,
      ownerId: here[0]?.owner.ownerId as string,
      comments: counts.get(subjectId) ?? 0,
      added: here.map(({ id, authorId, parentId, parentAuthorId }) => ({ id, authorId, parentId, parentAuthorId })),
      replied: answered.map((parentId) => ({ parentId, replies: counts.get(parentId) ?? 0 })),
    })
  }
}
