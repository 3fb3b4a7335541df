import type { Audience } from '@corefans/shared/contracts/posts.ts'
import type { TeamRole } from '@corefans/shared/contracts/teams.ts'
import type { CoverTraits } from '../art/cover.ts'
import type { PaletteName } from '../art/palettes.ts'
import type { Traits } from '../art/portrait.ts'
import type { SceneName } from '../art/scene.ts'

/** Milliseconds from the world's epoch, its first start: negative is the past. */
export type Offset = number
/** What somebody is in the demo; only staff are more than members. */
export type WorldRole = 'creator' | 'fan' | 'moderator' | 'admin'

/** A person of the demo world; `handle` is the key that everything else names them by. */
export type WorldPerson = {
  handle: string
  name: string
  role: WorldRole
  ai: boolean
  /** The team that runs a virtual creator. */
  team: string | null
  bio: string
  location: string
  links: string[]
  joinedAt: Offset
  portrait: { seed: string; traits: Partial<Traits> }
  /** Fans often have none. */
  cover: { seed: string; traits: Partial<CoverTraits> } | null
}

/** A picture that is drawn by `scene(name, seed, palette)`; its size and words are known before. */
export type WorldImage = { name: SceneName; seed: string; palette: PaletteName | null; width: number; height: number; alt: string }
/** A film or a sound of ours, by its file in `demo/clips`. */
export type WorldClip = { file: string; alt: string }
/** Options are numbered from 1, as in the API. */
export type WorldPoll = { options: string[]; multiple: boolean; holdersOnly: boolean; closesAt: Offset | null }

/** A post with all that belongs to it. */
export type WorldPost = {
  /** `<handle>/<number>`, oldest first from 1. */
  key: string
  author: string
  at: Offset
  text: string
  audience: Audience
  images: WorldImage[]
  clip: WorldClip | null
  poll: WorldPoll | null
  deletedAt: Offset | null
}

/** A pass on sale; `tierId` counts from 1 for each creator, as on the chain. */
export type WorldTier = {
  creator: string
  tierId: number
  name: string
  perks: string[]
  priceWei: bigint
  /** null is a pass for life. */
  durationS: number | null
  /** null is open supply. */
  maxSupply: number | null
  soulbound: boolean
  renewable: boolean
}

/** Who follows whom since when. */
export type WorldFollow = { follower: string; followee: string; at: Offset }
/** Who liked which post when. */
export type WorldLike = { liker: string; post: string; at: Offset }
/** A comment on a post; `parent` is the key of what it answers. */
export type WorldComment = { key: string; post: string; parent: string | null; author: string; text: string; at: Offset }
/** Who liked which comment. */
export type WorldCommentLike = { liker: string; comment: string }
/** What somebody chose in the poll of a post. */
export type WorldVote = { voter: string; post: string; optionIds: number[]; at: Offset }
/** A pass bought from its creator. */
export type WorldPurchase = { buyer: string; creator: string; tierId: number; at: Offset }
/** Who has a pass on the first morning, after all resales. */
export type WorldHolding = { holder: string; creator: string; tierId: number; since: Offset; expiresAt: Offset | null }
/** A pass that one fan sold another on the market. */
export type WorldResale = { seller: string; buyer: string; creator: string; tierId: number; priceWei: bigint; at: Offset }
/** A pass for sale on the first morning; the price is in the smallest unit of its currency. */
export type WorldListing = {
  seller: string
  creator: string
  tierId: number
  price: bigint
  currency: 'core' | 'usd'
  days: number
}
/** What somebody would pay for any pass of a tier. */
export type WorldOffer = { bidder: string; creator: string; tierId: number; priceWei: bigint; days: number }
/** A personal token that its owner opened. */
export type WorldToken = { owner: string; symbol: string; creatorBps: number; at: Offset }
/** A fair launch of somebody's token: who put in how much, and who has not collected yet. */
export type WorldLaunch = {
  owner: string
  symbol: string
  at: Offset
  deposits: { fan: string; wei: bigint }[]
  waiting: readonly string[]
}
/** A buy for so much money, or a sale of so much of what the trader holds then. */
export type WorldTrade = { token: string; trader: string; at: Offset } & (
  | { buyWei: bigint; sellBps: null }
  | { buyWei: null; sellBps: number }
)
/** Money from fan to creator for a post, in the smallest unit of its currency. */
export type WorldTip = { tipper: string; post: string; payee: string; amount: bigint; currency: 'core' | 'usd'; at: Offset }

/** `bps` of what the account earns, of 10,000; with what it keeps they are a whole. */
export type WorldTeam = {
  account: string
  name: string
  keepsBps: number
  members: { handle: string; role: TeamRole; bps: number }[]
  at: Offset
  /** No longer ago than an invitation lasts: answering is checked against the clock of today. */
  invitedAt: Offset
  dividedAt: Offset
}

/** A line of a conversation; `by` is the member of the author's team who wrote it. */
export type WorldLine = { author: string; by?: string; text: string; at: Offset }
/** A conversation; the first member began it, and fan1 has read so many of its lines. */
export type WorldThread = { key: string; members: string[]; title: string; read: number; lines: WorldLine[] }

/** All that is true on the first morning. Every list but people is in order of time. */
export type World = {
  seed: number
  people: WorldPerson[]
  tiers: WorldTier[]
  follows: WorldFollow[]
  purchases: WorldPurchase[]
  posts: WorldPost[]
  resales: WorldResale[]
  listings: WorldListing[]
  offers: WorldOffer[]
  tokens: WorldToken[]
  trades: WorldTrade[]
  launch: WorldLaunch
  tips: WorldTip[]
  teams: readonly WorldTeam[]
  threads: readonly WorldThread[]
  likes: WorldLike[]
  votes: WorldVote[]
  comments: WorldComment[]
  commentLikes: WorldCommentLike[]
}
