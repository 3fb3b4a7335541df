import { type Ctx, me } from '../../kernel/ctx.ts'
import { accessProblem, type Judged, judgeAndHold } from '../access/index.ts'
import { count } from '../profiles/index.ts'
import { problem } from './problems.ts'
import { applyLikes, type Changed, type LikeItem, likesOf, moveCounts } from './store.ts'

export type Liked = { liked: boolean; likes: number }
export type LikeOutcome = Liked | Error
const toldLikers = 100

/**
 * Likes and unlikes of many people in one transaction; each answer stands in the order of the items, a refusal as its
 * problem. Setting what is already set changes nothing. One domain event per subject, whatever the crowd.
 */
export async function setLikes(ctx: Ctx, chainId: number, items: readonly LikeItem[]): Promise<LikeOutcome[]> {
  const judged = await judgeAndHold(
    ctx,
    chainId,
    items.map((item) => ({ viewer: item.account, subjectId: item.subjectId })),
  )
  const allowed = items.filter((_, i) => judged[i]?.verdict === 'open')
  const { added, removed } = await applyLikes(ctx, allowed)
  const counts = await moveCounts(ctx, sum(added, removed))
  const owners = new Map(judged.flatMap(({ subject }) => (subject ? [[subject.id, subject.ownerId] as const] : [])))
  await moveOwners(ctx, owners, added, removed)
  await announce(ctx, owners, counts, added)
  const unmoved = await likesOf(
    { ...ctx, actor: null },
    [...new Set(allowed.map((item) => item.subjectId))].filter((id) => !counts.has(id)),
  )
  for (const { id, likes } of unmoved) counts.set(id, likes)
  return items.map((item, i) => refusal(judged[i]) ?? { liked: item.liked, likes: counts.get(item.subjectId) ?? 0 })
}

/** One person's like as a plain command: for calls with an Idempotency-Key. */
export async function setLike(ctx: Ctx, chainId: number, subjectId: string, liked: boolean): Promise<Liked> {
  const [outcome] = await setLikes(ctx, chainId, [{ subjectId, account: me(ctx), liked }])
  if (!outcome || outcome instanceof Error) throw outcome ?? problem.unknown()
  return outcome
}

function refusal(judged: Judged | undefined): Error | null {
  if (!judged || judged.verdict === 'hidden') return problem.unknown()
  return judged.verdict === 'locked' ? accessProblem.locked() : null
}

function sum(added: readonly Changed[], removed: readonly Changed[]): Map<string, number> {
  const deltas = new Map<string, number>()
  for (const { subjectId } of added) deltas.set(subjectId, (deltas.get(subjectId) ?? 0) + 1)
  for (const { subjectId } of removed) deltas.set(subjectId, (deltas.get(subjectId) ?? 0) - 1)
  return deltas
}

async function moveOwners(
  ctx: Ctx,
  owners: ReadonlyMap<string, string>,
  added: readonly Changed[],
  removed: readonly Changed[],
): Promise<void> {
  const likes = new Map<string, { likes: number }>()
  for (const [subjectId, delta] of sum(added, removed)) {
    const owner = owners.get(subjectId)
    if (owner && delta !== 0) likes.set(owner, { likes: (likes.get(owner)?.likes ?? 0) + delta })
  }
  await count(ctx, likes)
}

async function announce(
  ctx: Ctx,
  owners: ReadonlyMap<string, string>,
  counts: ReadonlyMap<string, number>,
  added: readonly Changed[],
): Promise<void> {
  for (const [subjectId, likes] of counts) {
    const ownerId = owners.get(subjectId) as string
    const likerIds = added.filter((like) => like.subjectId === subjectId).map((like) => like.account)
    if (likerIds.length > 0) await ctx.emit({ type: 'subject.liked', subjectId, ownerId, likes, likerIds: likerIds.slice(0, toldLikers) })
    else await ctx.emit({ type: 'subject.unliked', subjectId, ownerId, likes })
  }
}
