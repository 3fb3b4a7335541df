import { z } from 'zod'
import { contract } from '../contract.ts'
import { AddressView } from '../values/ids.ts'
import { Currency } from '../values/money.ts'
import { page, pageInput } from '../values/page.ts'
import { Person } from './profiles.ts'

/** An amount of any asset in its smallest unit; a minus leaves my hands. `asset` is `native`, `token:<address>`, an ERC-20's address, or a pass as `<collection>/<id>`. */
const Signed = z.object({ asset: z.string(), amount: z.string().regex(/^-?\d{1,78}$/) })

const Units = z.string().regex(/^\d{1,78}$/)
const SignedUnits = z.string().regex(/^-?\d{1,78}$/)

/** Money of a position, or of all, in the smallest unit of one currency; two currencies are never added. */
const Sums = z.object({
  currency: Currency,
  /** What the amount still held was bought for; what came as a gift cost nothing. */
  cost: Units,
  /** Proceeds of what was sold, less what it had cost. */
  realised: SignedUnits,
  /** What is held, valued in this currency; null where its value is in another, or nobody can say. */
  value: Units.nullable(),
  /** Value less cost; null unless all of both is in this currency. */
  unrealised: SignedUnits.nullable(),
})
export type Sums = z.infer<typeof Sums>

export const PositionView = z.object({
  asset: z.string(),
  kind: z.enum(['token', 'pass']),
  contract: AddressView,
  /** Of a pass; null for a token. */
  tokenId: z.string().nullable(),
  /** Whose token or pass it is; null if the wallet belongs to nobody here. */
  creator: Person.nullable(),
  amount: z.string(),
  money: z.array(Sums),
  /**
   * What the value is: selling all to the curve now (`curve`), the best offer that can be accepted now (`offer`), the
   * cheapest listing of its tier (`floor`), all after fees; or only what it cost (`cost`). Null: it cannot be sold now.
   */
  valuedBy: z.enum(['curve', 'offer', 'floor', 'cost']).nullable(),
})
export type PositionView = z.infer<typeof PositionView>

export const readPortfolio = contract('GET /api/me/portfolio', {
  summary: 'What my wallets hold, what it cost, what it brought and would bring',
  who: 'account',
  actFor: 'money',
  input: z.strictObject({}),
  output: z.object({
    wallets: z.array(AddressView),
    items: z.array(PositionView),
    nextCursor: z.null(),
    /** The block these figures stand at. */
    block: z.number().int(),
    /** One a currency; values are summed over the positions that have one. */
    totals: z.array(Sums),
  }),
  problems: [],
})

const month = z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/, 'must be a month like 2026-11')

export const StatementLine = z.object({
  postingId: z.string(),
  at: z.iso.datetime(),
  kind: z.string(),
  /** What moved for me, net, by asset. */
  amounts: z.array(Signed),
  /** Fees that were taken out of this payment, whoever bore them. */
  fees: z.array(Signed),
  subject: z.string().nullable(),
  /** The other side, where it is one wallet. */
  counterparty: z.object({ address: AddressView, person: Person.nullable() }).nullable(),
  txHash: z.string(),
  block: z.number().int(),
  state: z.enum(['seen', 'confirmed', 'reversed']),
})
export type StatementLine = z.infer<typeof StatementLine>

export const readStatement = contract('GET /api/me/statement', {
  summary: 'What came in and went out of my wallets in a month, line by line from the ledger, newest first',
  who: 'account',
  actFor: 'money',
  input: z.strictObject({ month, ...pageInput }),
  output: page(StatementLine).extend({
    /** Sums of the whole month by asset, without what a reorg took back. */
    totals: z.array(z.object({ asset: z.string(), in: z.string(), out: z.string() })),
  }),
  problems: ['http/bad-cursor'],
})
/** The same month as a file; also the parser of the CSV route. */
export const statementMonth = z.strictObject({ month })
