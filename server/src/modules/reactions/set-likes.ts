import { type Ctx, me } from '../../kernel/ctx.ts'
import { accessProblem, type Judged, judgeAndHold, type Subject } from '../access/index.ts'
import { count } from '../profiles/index.ts'
import { problem } from './problems.ts'
import { type LikeItem, likesOf, type Moved, moveLikes } from './store.ts'

export type Liked = { liked: boolean; likes: number }
export type LikeOutcome = Liked | Error
const toldLikers = 100

/**
 * Likes and unlikes of many people in one transaction; each answer stands in the order of the items, a refusal as its
 * problem. Setting what is already set changes nothing. One domain event per subject, whatever the crowd.
 */
export async function setLikes(ctx: Ctx, items: readonly LikeItem[]): Promise<LikeOutcome[]> {
  const judged = await judgeAndHold(
    ctx,
    items.map((item) => ({ viewer: item.account, subjectId: item.subjectId })),
  )
  const refusals = items.map((item, i) => refusal(judged[i], item.kind))
  const allowed = items.filter((_, i) => refusals[i] === null)
  const moved = allowed.length > 0 ? await moveLikes(ctx, allowed) : []
  const subjects = new Map(judged.flatMap(({ subject }) => (subject ? [[subject.id, subject] as const] : [])))
  await moveOwners(ctx, subjects, moved)
  await announce(ctx, subjects, moved)
  const counts = new Map(moved.map(({ id, likes }) => [id, likes]))
  const unmoved = await likesOf(
    { ...ctx, actor: null },
    [...new Set(allowed.map((item) => item.subjectId))].filter((id) => !counts.has(id)),
  )
  for (const { id, likes } of unmoved) counts.set(id, likes)
  return items.map((item, i) => refusals[i] ?? { liked: item.liked, likes: counts.get(item.subjectId) ?? 0 })
}

/** One person's like as a plain command: for calls with an Idempotency-Key. */
export async function setLike(ctx: Ctx, like: Omit<LikeItem, 'account'>): Promise<Liked> {
  const [outcome] = await setLikes(ctx, [{ ...like, account: me(ctx) }])
  if (!outcome || outcome instanceof Error) throw outcome ?? problem.unknown()
  return outcome
}

function refusal(judged: Judged | undefined, kind: LikeItem['kind']): Error | null {
  if (judged?.subject?.kind !== kind || judged.verdict === 'hidden') return problem.unknown()
  return judged.verdict === 'locked' ? accessProblem.locked() : null
}

/** A profile counts likes of what it published; those of what was said on it stand beside the comment alone. */
async function moveOwners(ctx: Ctx, subjects: ReadonlyMap<string, Subject>, moved: readonly Moved[]): Promise<void> {
  const likes = new Map<string, { likes: number }>()
  for (const { id, by } of moved) {
    const { kind, ownerId: owner } = subjects.get(id) as Subject
    if (kind === 'post' && by !== 0) likes.set(owner, { likes: (likes.get(owner)?.likes ?? 0) + by })
  }
  await count(ctx, likes)
}

async function announce(ctx: Ctx, subjects: ReadonlyMap<string, Subject>, moved: readonly Moved[]): Promise<void> {
  for (const { id: subjectId, likes, likers } of moved) {
    const { kind, ownerId, within } = subjects.get(subjectId) as Subject
    // Nobody likes anything else: whoever judges a like is not shown it.
    if (kind !== 'post' && kind !== 'comment') continue
    const facts = { subjectId, kind, withinId: within?.id ?? null, ownerId, likes }
    if (likers.length > 0) await ctx.emit({ type: 'subject.liked', ...facts, likerIds: likers.slice(0, toldLikers) })
    else await ctx.emit({ type: 'subject.unliked', ...facts })
  }
}
