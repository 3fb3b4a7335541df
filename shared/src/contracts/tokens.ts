import { z } from 'zod'
import { contract } from '../contract.ts'
import { Handle } from '../values/handle.ts'
import { Address, AddressView } from '../values/ids.ts'
import { page, pageInput } from '../values/page.ts'
import { signedLine } from '../values/text.ts'
import { Instant } from '../values/time.ts'
import { Person } from './profiles.ts'

/** Smallest units of the native coin or of a token, as a decimal string. */
const Units = z.string().regex(/^\d{1,78}$/)
const Seconds = z.string().regex(/^\d{1,12}$/)
const Signature = z.string().regex(/^0x[0-9a-fA-F]{2,4096}$/)

/** What a token is made with; the symbol is what wallets show without doubt. */
export const TokenTerms = z.strictObject({
  name: z.string().min(1).max(32),
  symbol: z.string().regex(/^[A-Z0-9]{1,11}$/),
  preset: z.number().int().min(0).max(2),
  creatorBps: z.number().int().min(0).max(500),
  lockSeconds: z.number().int().min(0).max(126_144_000),
})
export type TokenTerms = z.infer<typeof TokenTerms>

/** Terms with their owner's signature: whoever buys first sends them along. */
export const SignedTerms = z.object({ creator: AddressView, validUntilS: Seconds, terms: TokenTerms, signature: z.string() })
export type SignedTerms = z.infer<typeof SignedTerms>

const Word = z.string().regex(/^0x[0-9a-f]{64}$/)

/**
 * A fair launch: ten minutes of deposits, then one price for all. While it runs, `spentWei`, `tokens`, `priceWei` and what
 * is in `mine` are as if nobody else came; later they are what the chain did.
 */
export const LaunchView = z.object({
  id: z.string(),
  contract: AddressView,
  /** `open` until somebody settles it, also after deposits end. `failed` gives everything back. */
  state: z.enum(['open', 'settled', 'failed']),
  terms: TokenTerms,
  /** The terms word by word: whoever settles repeats them. */
  sealed: z.object({ name: Word, symbol: Word, preset: z.number().int(), creatorBps: z.number().int(), lockSeconds: z.number().int() }),
  openedAt: z.iso.datetime(),
  closesAt: z.iso.datetime(),
  /** From then on anyone may call off what nobody could settle. */
  abandonableAt: z.iso.datetime(),
  /** What counts of each account, and what is spent at most. */
  capWei: Units,
  targetWei: Units,
  depositedWei: Units,
  countedWei: Units,
  people: z.number().int(),
  spentWei: Units,
  tokens: Units,
  /** For a whole token; null while there is nothing to price. */
  priceWei: Units.nullable(),
  /** The server's time, for countdowns. */
  now: z.iso.datetime(),
  /** The viewer's wallets in it. */
  mine: z.array(
    z.object({
      wallet: AddressView,
      depositWei: Units,
      isClaimed: z.boolean(),
      tokens: Units,
      paidWei: Units,
      refundWei: Units,
      /** Of the wallet that opened it: what it bought stays locked as the terms say, and for thirty days at least. */
      isCreators: z.boolean(),
    }),
  ),
})
export type LaunchView = z.infer<typeof LaunchView>

export const TokenView = z.object({
  creator: Person,
  /** `none` is a person without signed terms; `promised` comes into being with its first purchase; `live` is on the chain. */
  state: z.enum(['none', 'promised', 'live']),
  /** Known before the token exists; null for a person without a wallet. */
  address: AddressView.nullable(),
  terms: TokenTerms.nullable(),
  /** Only while promised, and only for somebody signed in: a copy lets its holder be the first to buy. */
  signed: SignedTerms.nullable(),
  supply: Units,
  priceWei: Units,
  reserveWei: Units,
  /** What trades have set aside for the creator and for the platform, not yet paid out. */
  owedWei: Units,
  creatorOwedWei: Units,
  protocolBps: z.number().int(),
  creatorBps: z.number().int(),
  holders: z.number().int(),
  trades: z.number().int(),
  launchedAt: z.iso.datetime().nullable(),
  /** The creator's first buy, held by the token until then. */
  creatorLock: z.object({ amount: Units, until: z.iso.datetime() }).nullable(),
  /** Tokens that nobody can ever move or sell. */
  lockedForEver: Units,
  /** Prices of the last trades, oldest first. */
  sparkline: z.array(Units),
  /** The fair launch that runs, made this token, or was the last; null if there was none. */
  launch: LaunchView.nullable(),
  viewer: z.object({ isOwner: z.boolean(), mayBuy: z.boolean(), balance: Units }),
})
export type TokenView = z.infer<typeof TokenView>

export const HolderView = z.object({
  address: AddressView,
  person: Person.nullable(),
  /** `locked` is what the token itself holds. */
  kind: z.enum(['person', 'wallet', 'locked']),
  amount: Units,
  shareBps: z.number().int(),
})
export type HolderView = z.infer<typeof HolderView>

export const TradeView = z.object({
  id: z.string(),
  at: z.iso.datetime(),
  side: z.enum(['buy', 'sell']),
  trader: z.object({ address: AddressView, person: Person.nullable() }),
  amount: Units,
  /** Paid in by a buyer, or paid out to a seller. */
  amountWei: Units,
  feeWei: Units,
  priceWei: Units,
  txHash: z.string(),
  confirmations: z.object({ have: z.number().int(), needed: z.number().int() }),
})
export type TradeView = z.infer<typeof TradeView>

export const CandleView = z.object({
  at: z.iso.datetime(),
  open: Units,
  high: Units,
  low: Units,
  close: Units,
  volumeWei: Units,
  trades: z.number().int(),
})
export type CandleView = z.infer<typeof CandleView>

export const SolvencyRow = z.object({
  address: AddressView,
  symbol: z.string(),
  creator: Person.nullable(),
  supply: Units,
  /** What the contract holds, asked of the chain at this block; null while the chain does not answer. */
  balanceWei: Units.nullable(),
  /** What it costs when everyone sells now: paid to sellers, and set aside as fees. */
  reserveWei: Units,
  everyoneSellsWei: Units,
  owedWei: Units,
  /** Balance less reserve less owed: zero, always; more if somebody forced money in. */
  differenceWei: z.string().nullable(),
})
export type SolvencyRow = z.infer<typeof SolvencyRow>

const byHandle = { handle: Handle }

export const readToken = contract('GET /api/tokens/:handle', {
  summary: "A person's own token: its terms, price, supply and reserve",
  who: 'viewer',
  input: z.strictObject(byHandle),
  output: TokenView,
  problems: ['profiles/unknown'],
})
export const listHolders = contract('GET /api/tokens/:handle/holders', {
  summary: 'Who holds a token, largest first',
  who: 'viewer',
  input: z.strictObject({ ...byHandle, ...pageInput }),
  output: page(HolderView),
  problems: ['profiles/unknown'],
})
export const listTrades = contract('GET /api/tokens/:handle/trades', {
  summary: 'Trades of a token, newest first',
  who: 'viewer',
  input: z.strictObject({ ...byHandle, ...pageInput }),
  output: page(TradeView),
  problems: ['profiles/unknown'],
})
export const listCandles = contract('GET /api/tokens/:handle/candles', {
  summary: 'Prices of a token by minute, hour or day, oldest first; spans without a trade are absent',
  who: 'viewer',
  input: z.strictObject({
    ...byHandle,
    span: z.enum(['1m', '1h', '1d']).default('1h'),
    limit: z.coerce.number().int().min(1).max(500).default(200),
    before: Instant.optional(),
  }),
  output: z.object({ items: z.array(CandleView), nextBefore: z.iso.datetime().nullable() }),
  problems: ['profiles/unknown'],
})
export const listLaunches = contract('GET /api/tokens/:handle/launches', {
  summary: 'Fair launches of a person’s token, newest first, with what the viewer has in each',
  who: 'viewer',
  input: z.strictObject({ ...byHandle, ...pageInput }),
  output: page(LaunchView),
  problems: ['profiles/unknown'],
})
export const listMyLaunches = contract('GET /api/me/launches', {
  summary: 'Fair launches that hold something of mine: not ended yet, or not collected, newest first',
  who: 'account',
  input: z.strictObject(pageInput),
  output: page(z.object({ creator: Person.nullable(), launch: LaunchView })),
  problems: [],
})
export const promiseToken = contract('PUT /api/me/token', {
  summary: 'Open my token: my signature on its terms, which costs nothing. The first purchase brings it to the chain',
  who: 'account',
  input: z.strictObject({
    wallet: Address,
    terms: TokenTerms.extend({ name: signedLine(32) }),
    validUntilS: Seconds,
    signature: Signature,
  }),
  output: TokenView,
  problems: [
    'tokens/not-your-wallet',
    'tokens/live',
    'tokens/launching',
    'tokens/terms-refused',
    'tokens/signature-refused',
    'tokens/not-here',
  ],
  rate: { points: 20, per: 'account' },
})
export const readSolvency = contract('GET /api/solvency', {
  summary: 'For every token: what its contract holds, against what everyone selling now would cost',
  who: 'public',
  input: z.strictObject(pageInput),
  output: page(SolvencyRow).extend({
    block: z.number().int(),
    totals: z.object({ tokens: z.number().int(), reserveWei: Units, owedWei: Units }),
  }),
  problems: [],
})
