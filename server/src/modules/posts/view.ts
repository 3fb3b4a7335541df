/**
 * The read path in four steps: rows → contents (from memory) → rules (access) and parts, in one turn → present. A locked post
 * is presented as locked here and nowhere else, so no list, page or search can forget it.
 */

import type { TierView } from '@corefans/shared/contracts/passes.ts'
import type { AttachmentView, PostView } from '@corefans/shared/contracts/posts.ts'
import type { Person } from '@corefans/shared/contracts/profiles.ts'
import type { Read } from '../../kernel/ctx.ts'
import { moneyIn } from '../../kernel/currency.ts'
import type { Host } from '../../kernel/host.ts'
import type { Part } from '../../kernel/hydration.ts'
import type { ChainPort } from '../../kernel/ports/chain.ts'
import { type Judged, judgeFound, priceOf, subjectOf } from '../access/index.ts'
import { type MediaRow, shownOf } from '../media/index.ts'
import { offersOf } from '../passes/index.ts'
import { namesOf } from '../profiles/index.ts'
import { type Content, contentsOf, type Known } from './contents.ts'
import type { PostRow } from './store.ts'

/** What showing posts needs of the host. */
export type Showing = Pick<Host, 'bus' | 'hydrators'>
type Seen = Judged & { id: string; content: Content }
type Around = { read: Read; authors: ReadonlyMap<string, Person>; parts: readonly ReadonlyMap<string, Part>[] }

/** The rows as this viewer may see them, in their order; what is hidden from the viewer is left out. */
export const viewPosts = async (read: Read, on: Showing, rows: readonly PostRow[]): Promise<PostView[]> =>
  viewKnown(read, on, await contentsOf(read, rows))

/** The same of posts whose contents are at hand. */
export async function viewKnown(read: Read, on: Showing, known: readonly Known[]): Promise<PostView[]> {
  if (known.length === 0) return []
  const subjects = known.map(({ row }) => subjectOf(row))
  const asked = known.map(({ row: { id, ownerId }, content: { hasPoll } }) => ({ id, ownerId, hasPoll }))
  const [judged, authors, ...parts] = await Promise.all([
    judgeFound(read, subjects),
    namesOf(
      on,
      read,
      known.map(({ content }) => content.authorId),
    ),
    ...on.hydrators.map((hydrate) => hydrate(read, asked)),
  ])
  const posts = known.map(({ row: { id }, content }, i) => ({ id, content, ...(judged[i] as Judged) }))
  const tiers = await tiersFor(read, posts)
  const around = { read, authors, parts }
  return posts.flatMap((post) => present(around, post, tiers.get(post.content.authorId) ?? []) ?? [])
}

const noTiers: ReadonlyMap<string, TierView[]> = new Map()
/** What creators offer whose pass would open one of these. */
async function tiersFor(read: Read, posts: readonly Seen[]): Promise<ReadonlyMap<string, TierView[]>> {
  const gated = posts.filter(({ verdict, subject }) => verdict === 'locked' && typeof subject?.gate === 'object')
  return gated.length > 0 ? offersOf(read, [...new Set(gated.map(({ content }) => content.authorId))]) : noTiers
}

function present({ read, authors, parts }: Around, post: Seen, tiers: readonly TierView[]): PostView | null {
  const { id, verdict, subject, content } = post
  const author = authors.get(content.authorId)
  if (verdict === 'hidden' || !author || !subject) return null
  const view: PostView = {
    id,
    author,
    createdAt: content.createdAt,
    editedAt: content.editedAt,
    audience: subject.gate,
    counts: { likes: 0, comments: 0, tips: 0 },
    viewer: { liked: false, isAuthor: content.authorId === read.actor },
    locked: verdict === 'locked',
    media: content.media.map((one) => (verdict === 'open' ? presentOpen(read, one) : presentLocked(read, one))),
  }
  if (verdict === 'open') view.text = content.text
  else view.unlock = keysOf(read.chain, subject.gate, tiers)
  for (const part of parts) join(view, part.get(id))
  return view
}

/** Adds a part; what is only for those who may open the post stays out of a locked one. */
function join(view: PostView, part: Part | undefined): void {
  if (!part) return
  Object.assign(view.counts, part.counts)
  Object.assign(view.viewer, part.viewer)
  if (!view.locked) Object.assign(view, part.open)
}

/** All that would open a locked post: a follow, a pass, or its price. */
function keysOf(chain: ChainPort, gate: PostView['audience'], tiers: readonly TierView[]): NonNullable<PostView['unlock']> {
  const rule = priceOf(gate)
  const price = rule && moneyIn(chain, rule.currency, rule.amount)
  return { ...unlockOf(gate, tiers), ...(price ? { price } : {}) }
}

/** A locked one keeps its kind, its size, its length and its preview; `shownOf` has more. */
function presentLocked(read: Read, row: MediaRow): AttachmentView {
  const { width, height, durationMs, previewUrl } = shownOf(read, row)
  return {
    kind: row.kind,
    ...(previewUrl === undefined ? {} : { previewUrl }),
    ...(width === undefined ? {} : { width }),
    ...(height === undefined ? {} : { height }),
    ...(durationMs === undefined ? {} : { durationMs }),
  }
}
const presentOpen = (read: Read, row: MediaRow): AttachmentView => ({ kind: row.kind, id: row.id, alt: row.alt, ...shownOf(read, row) })

/** What would open the gate: following, or one of the tiers that some set asks for. */
function unlockOf(gate: PostView['audience'], tiers: readonly TierView[]): NonNullable<PostView['unlock']> {
  if (typeof gate === 'string') return { follow: gate === 'followers', tiers: [] }
  const rules = gate.anyOf.flat()
  const fits = (tier: TierView) => rules.some((rule) => rule.kind === 'pass' && (!rule.tierIds || rule.tierIds.includes(tier.tierId)))
  return { follow: false, tiers: tiers.filter(fits).map(({ tierId, name, price, soldOut }) => ({ tierId, name, price, soldOut })) }
}
