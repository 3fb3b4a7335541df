/**
 * The read path in four steps: rows → hydrate by many → rules (access) → present. A locked post is presented as locked
 * here and nowhere else, so no list, page or search can forget it.
 */

import type { TierView } from '@corefans/shared/contracts/passes.ts'
import type { PollView } from '@corefans/shared/contracts/polls.ts'
import type { AttachmentView, PostView, PurchaseRule } from '@corefans/shared/contracts/posts.ts'
import type { Person } from '@corefans/shared/contracts/profiles.ts'
import type { Money } from '@corefans/shared/values/money.ts'
import type { Read } from '../../kernel/ctx.ts'
import { moneyIn } from '../../kernel/currency.ts'
import type { ChainPort } from '../../kernel/ports/chain.ts'
import { type Judged, judge, priceOf } from '../access/index.ts'
import { type MediaRow, mediaOf, mediaUrlFor } from '../media/index.ts'
import { offersOf } from '../passes/index.ts'
import { pollsOf } from '../polls/index.ts'
import { peopleOf } from '../profiles/index.ts'
import { likeCounts } from '../reactions/index.ts'
import { tipCounts } from '../tips/index.ts'
import type { PostRow } from './store.ts'

type Hydrated = {
  people: ReadonlyMap<string, Person>
  likes: ReadonlyMap<string, { likes: number; liked: boolean }>
  media: ReadonlyMap<string, MediaRow[]>
  polls: ReadonlyMap<string, PollView>
  tiers: ReadonlyMap<string, TierView[]>
  tips: ReadonlyMap<string, number>
  priceIn: (rule: PurchaseRule) => Money | null
}

/** The rows as this viewer may see them, in their order; what is hidden from the viewer is left out. */
export async function viewPosts(read: Read, chain: ChainPort, rows: readonly PostRow[]): Promise<PostView[]> {
  if (rows.length === 0) return []
  const judged = await judge(
    read,
    chain.id,
    rows.map((row) => ({ viewer: read.actor, subjectId: row.id })),
  )
  const seen = rows.map((row, i) => ({ row, ...(judged[i] as Judged) })).filter(({ verdict }) => verdict !== 'hidden')
  const hydrated = await hydrate(read, chain, seen)
  return seen.flatMap((post) => present(read, post, hydrated) ?? [])
}

async function hydrate(read: Read, chain: ChainPort, seen: readonly ({ row: PostRow } & Judged)[]): Promise<Hydrated> {
  const open = seen.filter(({ verdict }) => verdict === 'open')
  const passGated = seen.filter(({ verdict, subject }) => verdict === 'locked' && typeof subject?.gate === 'object')
  const [people, likes, media, polls, tiers, tips] = await Promise.all([
    peopleOf(
      read,
      seen.map(({ row }) => row.authorId),
    ),
    likeCounts(
      read,
      seen.map(({ row }) => row.id),
    ),
    mediaOf(
      read,
      seen.filter(({ row }) => row.images > 0).map(({ row }) => row.id),
    ),
    pollsOf(
      read,
      chain.id,
      open.filter(({ row }) => row.hasPoll).map(({ row }) => ({ id: row.id, ownerId: row.authorId })),
    ),
    passGated.length > 0 ? offersOf(read, chain, [...new Set(passGated.map(({ row }) => row.authorId))]) : new Map<string, TierView[]>(),
    tipCounts(
      read,
      seen.map(({ row }) => row.id),
    ),
  ])
  const priceIn = ({ currency, amount }: PurchaseRule) => moneyIn(chain, currency, amount)
  return { people, likes, media, polls, tiers, tips, priceIn }
}

function present(read: Read, post: { row: PostRow } & Judged, hydrated: Hydrated): PostView | null {
  const { row, verdict, subject } = post
  const author = hydrated.people.get(row.authorId)
  if (!author || !subject) return null
  const { likes, liked } = hydrated.likes.get(row.id) ?? { likes: 0, liked: false }
  const outline = {
    id: row.id,
    author,
    createdAt: row.createdAt.toISOString(),
    editedAt: row.editedAt?.toISOString() ?? null,
    audience: subject.gate,
    counts: { likes, comments: 0, tips: hydrated.tips.get(row.id) ?? 0 },
    viewer: { liked, isAuthor: row.authorId === read.actor },
  }
  const media = hydrated.media.get(row.id) ?? []
  if (verdict === 'locked')
    return { ...outline, locked: true, media: media.map((one) => presentLocked(read, one)), unlock: keysOf(subject.gate, row, hydrated) }
  const poll = hydrated.polls.get(row.id)
  return { ...outline, locked: false, text: row.text, media: media.map((one) => presentOpen(read, one)), ...(poll ? { poll } : {}) }
}

/** All that would open a locked post: a follow, a pass, or its price. */
function keysOf(gate: PostView['audience'], { authorId }: PostRow, hydrated: Hydrated): NonNullable<PostView['unlock']> {
  const rule = priceOf(gate)
  const price = rule && hydrated.priceIn(rule)
  return { ...unlockOf(gate, hydrated.tiers.get(authorId) ?? []), ...(price ? { price } : {}) }
}

const presentLocked = (read: Read, { id, kind, width, height }: MediaRow): AttachmentView => ({
  kind,
  previewUrl: mediaUrlFor(read, id, 'preview'),
  width,
  height,
})
const presentOpen = (read: Read, media: MediaRow): AttachmentView => ({
  ...presentLocked(read, media),
  id: media.id,
  url: mediaUrlFor(read, media.id, 'large'),
  alt: media.alt,
})

/** What would open the gate: following, or one of the tiers that some set asks for. */
function unlockOf(gate: PostView['audience'], tiers: readonly TierView[]): NonNullable<PostView['unlock']> {
  if (typeof gate === 'string') return { follow: gate === 'followers', tiers: [] }
  const rules = gate.anyOf.flat()
  const fits = (tier: TierView) => rules.some((rule) => rule.kind === 'pass' && (!rule.tierIds || rule.tierIds.includes(tier.tierId)))
  return { follow: false, tiers: tiers.filter(fits).map(({ tierId, name, price, soldOut }) => ({ tierId, name, price, soldOut })) }
}
