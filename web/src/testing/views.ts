// Views as the server sends them, one of each kind; a test names only what it is about.
import type { CommentView, ThreadView } from '@corefans/shared/contracts/comments.ts'
import type { ListingView, SaleView } from '@corefans/shared/contracts/market.ts'
import type { NotificationView } from '@corefans/shared/contracts/notifications.ts'
import type { HeldView, TierView } from '@corefans/shared/contracts/passes.ts'
import type { PollView } from '@corefans/shared/contracts/polls.ts'
import type { PostView } from '@corefans/shared/contracts/posts.ts'
import type { Person, PersonCard } from '@corefans/shared/contracts/profiles.ts'
import type { TokenView } from '@corefans/shared/contracts/tokens.ts'
import type { Money } from '@corefans/shared/values/money.ts'
import type { Config, Me } from '../lib/session.ts'

let last = 0
/** An id that no other view of the test has: overlays outlive a test. */
export const anId = (): string => `01900000-0000-7000-8000-${String(++last).padStart(12, '0')}`
const address = (digit: string): `0x${string}` => `0x${digit.repeat(40)}`
const then = '2026-11-01T12:00:00.000Z'

export const core = (amount: string): Money => ({ asset: 'eip155:31337:native', amount, decimals: 18 }) as unknown as Money
export const dollars = (amount: string): Money => ({ asset: `eip155:31337/erc20:${address('d')}`, amount, decimals: 6 }) as unknown as Money
export const oneCore = '1000000000000000000'

export const person = (rest: Partial<Person> = {}): Person =>
  ({ id: anId(), handle: 'maya', name: 'Maya Lin', ai: false, portraitUrl: null, ...rest }) as Person
export const personCard = (rest: Partial<PersonCard> = {}): PersonCard =>
  ({ ...person(), bio: 'Paints the sea', coverUrl: null, fans: 12, follows: false, ...rest }) as PersonCard
export const me = (rest: Partial<Me> = {}): Me =>
  ({ id: anId(), handle: 'fan1', name: 'Fan One', portraitUrl: null, ai: false, ...rest }) as unknown as Me
export const config = (rest: object = {}): Config =>
  ({ demo: false, chain: { id: 31337, name: 'Devnet', confirmations: 2, contracts: {} }, ...rest }) as unknown as Config
/** A chain that has a dollar beside its own coin. */
export const withDollars = (): Config => config({ chain: { id: 31337, contracts: { testUsd: address('d') } } })

export const poll = (rest: Partial<PollView> = {}): PollView => ({
  id: anId(),
  multiple: false,
  holdersOnly: false,
  closesAt: null,
  closed: false,
  options: [
    { id: 1, label: 'Blue', votes: 3, percent: 75 },
    { id: 2, label: 'Red', votes: 1, percent: 25 },
  ],
  totalVotes: 4,
  viewer: { optionIds: [], mayVote: true, whyNot: null },
  ...rest,
})
export const post = (rest: Partial<PostView> = {}): PostView => ({
  id: anId(),
  author: person(),
  createdAt: then,
  editedAt: null,
  audience: 'public',
  locked: false,
  text: 'The tide was low today',
  media: [],
  counts: { likes: 7, comments: 0, tips: 2 },
  viewer: { liked: false, isAuthor: false },
  ...rest,
})
export const comment = (rest: Partial<CommentView> = {}): CommentView => ({
  id: anId(),
  postId: anId(),
  parentId: null,
  author: person({ handle: 'mika', name: 'Mika Aoi' }),
  text: 'What a view',
  createdAt: then,
  editedAt: null,
  deleted: false,
  counts: { likes: 0, replies: 0 },
  viewer: { liked: false, isAuthor: false, mayEdit: false, mayDelete: false },
  byPublisher: false,
  ...rest,
})
export const thread = (rest: Partial<ThreadView> = {}): ThreadView => ({
  rule: 'everyone',
  locked: false,
  pinned: null,
  comments: 0,
  viewer: { isOwner: false, mayWrite: true, whyNot: null },
  ...rest,
})
export const image = (rest: Partial<PostView['media'][number]> = {}): PostView['media'][number] => ({
  kind: 'image',
  previewUrl: '/media/p/preview.webp',
  url: '/media/p/large.webp',
  width: 1600,
  height: 1000,
  alt: 'A boat',
  id: anId(),
  ...rest,
})
export const tier = (rest: Partial<TierView> = {}): TierView =>
  ({
    tierId: 1,
    collection: address('a'),
    creator: person(),
    name: 'Inner circle',
    perks: ['Every sketch', 'A letter a month'],
    price: core(oneCore),
    durationS: 30 * 86_400,
    maxSupply: 100,
    minted: 40,
    soldOut: false,
    feeBps: 500,
    royaltyBps: 500,
    policy: 'free',
    soulbound: false,
    renewable: true,
    graceS: 0,
    consumable: false,
    viewer: { holds: false, expiresAt: null },
    ...rest,
  }) as TierView
export const held = (rest: Partial<HeldView> = {}): HeldView =>
  ({
    tokenId: '7',
    serial: 7,
    owner: address('b'),
    tier: tier(),
    active: true,
    consumed: false,
    policy: 'free',
    royaltyBps: 500,
    graceS: 0,
    moves: 0,
    loan: null,
    giftableAt: null,
    expiresAt: '2027-01-01T00:00:00.000Z',
    confirmations: { have: 3, needed: 2 },
    isMine: true,
    ...rest,
  }) as HeldView
export const listing = (rest: Partial<ListingView> = {}): ListingView =>
  ({
    listingId: anId(),
    order: { nft: address('a'), id: '7', maker: address('b') },
    serial: 7,
    tier: tier(),
    seller: person({ handle: 'leo', name: 'Leo Park' }),
    price: core('2500000000000000000'),
    fee: core('0'),
    royalty: core('0'),
    royaltyBps: 500,
    expiresAt: '2027-01-01T00:00:00.000Z',
    endsAt: '2026-12-20T00:00:00.000Z',
    listedAt: then,
    viewer: { isMine: false },
    ...rest,
  }) as ListingView
export const sale = (rest: Partial<SaleView> = {}): SaleView =>
  ({
    price: core(oneCore),
    fee: core('0'),
    royalty: core('50000000000000000'),
    seller: person({ handle: 'leo' }),
    buyer: person({ handle: 'mika' }),
    collection: address('a'),
    tokenId: '7',
    serial: 7,
    tierName: 'Inner circle',
    txHash: `0x${anId().slice(-8)}`,
    at: then,
    ...rest,
  }) as SaleView
export const token = (rest: Partial<TokenView> = {}): TokenView =>
  ({
    creator: person(),
    state: 'live',
    address: address('c'),
    terms: { name: 'Maya', symbol: 'MAYA' },
    signed: null,
    supply: '1250000000000000000000',
    priceWei: '20000000000000000',
    reserveWei: '0',
    owedWei: '0',
    creatorOwedWei: '0',
    protocolBps: 100,
    creatorBps: 100,
    holders: 3,
    trades: 5,
    launchedAt: then,
    creatorLock: null,
    lockedForEver: '0',
    sparkline: ['1', '2', '3'],
    launch: null,
    viewer: { isOwner: false, mayBuy: true, balance: '0' },
    ...rest,
  }) as TokenView
export const notification = (rest: Partial<NotificationView> = {}): NotificationView =>
  ({
    id: anId(),
    type: 'like',
    read: false,
    actors: [person({ name: 'Mika Aoi', handle: 'mika' })],
    count: 1,
    text: 'liked your post',
    excerpt: null,
    href: '/post/1',
    at: then,
    ...rest,
  }) as NotificationView
