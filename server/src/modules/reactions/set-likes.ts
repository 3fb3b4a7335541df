import { type Ctx, me } from '../../kernel/ctx.ts'
import { accessProblem, type Judged, judgeAndHold } from '../access/index.ts'
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
  const allowed = items.filter((_, i) => judged[i]?.verdict === 'open')
  const moved = allowed.length > 0 ? await moveLikes(ctx, allowed) : []
  const owners = new Map(judged.flatMap(({ subject }) => (subject ? [[subject.id, subject.ownerId] as const] : [])))
  await moveOwners(ctx, owners, moved)
  await announce(ctx, owners, moved)
  const counts = new Map(moved.map(({ id, likes }) => [id, likes]))
  const unmoved = await likesOf(
    { ...ctx, actor: null },
    [...new Set(allowed.map((item) => item.subjectId))].filter((id) => !counts.has(id)),
  )
  for (const { id, likes } of unmoved) counts.set(id, likes)
  return items.map((item, i) => refusal(judged[i]) ?? { liked: item.liked, likes: counts.get(item.subjectId) ?? 0 })
}

/** One person's like as a plain command: for calls with an Idempotency-Key. */
export async function setLike(ctx: Ctx, subjectId: string, liked: boolean): Promise<Liked> {
  const [outcome] = await setLikes(ctx, [{ subjectId, account: me(ctx), liked }])
  if (!outcome || outcome instanceof Error) throw outcome ?? problem.unknown()
  return outcome
}

function refusal(judged: Judged | undefined): Error | null {
  if (!judged || judged.verdict === 'hidden') return problem.unknown()
  return judged.verdict === 'locked' ? accessProblem.locked() : null
}

async function moveOwners(ctx: Ctx, owners: ReadonlyMap<string, string>, moved: readonly Moved[]): Promise<void> {
  const likes = new Map<string, { likes: number }>()
  for (const { id, by } of moved) {
    const owner = owners.get(id)
    if (owner && by !== 0) likes.set(owner, { likes: (likes.get(owner)?.likes ?? 0) + by })
  }
  await count(ctx, likes)
}

async function announce(ctx: Ctx, owners: ReadonlyMap<string, string>, moved: readonly Moved[]): Promise<void> {
  for (const { id: subjectId, likes, likers } of moved) {
    const ownerId = owners.get(subjectId) as string
    if (likers.length > 0) await ctx.emit({ type: 'subject.liked', subjectId, ownerId, likes, likerIds: likers.slice(0, toldLikers) })
    else await ctx.emit({ type: 'subject.unliked', subjectId, ownerId, likes })
  }
}
