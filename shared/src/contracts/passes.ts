import { z } from 'zod'
import { contract } from '../contract.ts'
import { Handle } from '../values/handle.ts'
import { Address, AddressView } from '../values/ids.ts'
import { limits } from '../values/limits.ts'
import { Money } from '../values/money.ts'
import { line } from '../values/text.ts'
import { TokenId } from '../values/uint.ts'
import { Person } from './profiles.ts'

/** markets-only: its owner as a gift, or the CoreFans market, which pays the royalty. */
export const TransferPolicy = z.enum(['markets-only', 'open', 'soulbound'])

export const TierView = z.object({
  tierId: z.number().int(),
  collection: AddressView,
  creator: Person,
  name: z.string(),
  perks: z.array(z.string()),
  price: Money,
  /** null is a pass for life. */
  durationS: z.number().int().nullable(),
  /** null is open supply. */
  maxSupply: z.number().int().nullable(),
  minted: z.number().int(),
  soldOut: z.boolean(),
  feeBps: z.number().int(),
  royaltyBps: z.number().int(),
  /** Who may move a pass of this tier that is bought now. */
  policy: TransferPolicy,
  soulbound: z.boolean(),
  renewable: z.boolean(),
  /** Access outlives the expiry by this, in seconds. */
  graceS: z.number().int(),
  /** Good for a single use. */
  consumable: z.boolean(),
  viewer: z.object({ holds: z.boolean(), expiresAt: z.iso.datetime().nullable() }),
})
export type TierView = z.infer<typeof TierView>

export const HoldingView = z.object({
  tokenId: z.string(),
  serial: z.number().int(),
  owner: AddressView,
  tier: TierView,
  active: z.boolean(),
  consumed: z.boolean(),
  /** As it was sold: later changes of the tier do not touch it. */
  policy: TransferPolicy,
  royaltyBps: z.number().int(),
  graceS: z.number().int(),
  /** Moves, loans, uses, renewals and cancellations so far: what a listing is signed for. */
  moves: z.number().int(),
  /** Whose its access is for now, where it is lent. */
  loan: z.object({ to: AddressView, until: z.iso.datetime() }).nullable(),
  giftableAt: z.iso.datetime().nullable(),
  expiresAt: z.iso.datetime().nullable(),
  /** Blocks under the block of the last change; spendable money waits for `needed`, access does not. */
  confirmations: z.object({ have: z.number().int(), needed: z.number().int() }),
})
export type HoldingView = z.infer<typeof HoldingView>

/** A pass in one of my wallets, or lent to one. */
export const HeldView = HoldingView.extend({
  /** Whether it is mine; else it is lent to me. */
  isMine: z.boolean(),
  /** The other side of a loan: whom I lent it to, or who lent it to me; null for a wallet that no account has linked. */
  loan: z.object({ to: AddressView, until: z.iso.datetime(), other: Person.nullable() }).nullable(),
})
export type HeldView = z.infer<typeof HeldView>

export const listTiers = contract('GET /api/profiles/:handle/passes', {
  summary: "A creator's pass tiers",
  who: 'viewer',
  input: z.strictObject({ handle: Handle }),
  output: z.object({ items: z.array(TierView), nextCursor: z.null() }),
  problems: ['profiles/unknown'],
})
export const listHoldings = contract('GET /api/me/passes', {
  summary: 'Passes held by the wallets of this account, and those lent to them',
  who: 'account',
  actFor: 'money',
  input: z.strictObject({}),
  output: z.object({ items: z.array(HeldView), nextCursor: z.null() }),
  problems: [],
})
export const describeTier = contract('PUT /api/me/tiers/:tierId', {
  summary: 'Name and perks of one of my tiers; price, supply and duration live on the chain',
  who: 'account',
  actFor: 'money',
  input: z.strictObject({
    tierId: z.coerce.number().int().min(1).max(0xffff),
    name: line(limits.tierName).min(1),
    perks: z.array(line(limits.perk).min(1)).max(limits.perks),
  }),
  output: z.object({ tierId: z.number().int(), name: z.string(), perks: z.array(z.string()) }),
  problems: [],
})
export const promotedTier = contract('GET /api/promoted', {
  summary: 'The pass shown in the rail, with the reason',
  who: 'viewer',
  input: z.strictObject({}),
  output: z.object({ tier: TierView.nullable(), why: z.string() }),
  problems: [],
})
export const findWallet = contract('GET /api/profiles/:handle/wallet', {
  summary: 'Where a pass for this person is sent',
  who: 'account',
  input: z.strictObject({ handle: Handle }),
  output: z.object({ handle: z.string(), address: AddressView }),
  problems: ['profiles/unknown', 'passes/no-wallet'],
})
export const noteTransfer = contract('PUT /api/me/passes/:collection/:tokenId/note', {
  summary: 'A word that goes with a pass when I give it to somebody: only they read it, in their notification',
  who: 'account',
  input: z.strictObject({
    collection: Address,
    tokenId: TokenId,
    handle: Handle,
    /** Nothing takes the word back. */
    note: line(limits.note),
  }),
  output: z.object({ note: z.string() }),
  problems: ['profiles/unknown', 'passes/not-yours'],
  rate: { points: 60, per: 'account' },
})
