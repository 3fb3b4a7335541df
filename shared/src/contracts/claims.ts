import { z } from 'zod'
import { contract } from '../contract.ts'
import { Address, AddressView, Id } from '../values/ids.ts'
import { limits } from '../values/limits.ts'
import { Money } from '../values/money.ts'
import { page, pageInput } from '../values/page.ts'
import { line } from '../values/text.ts'
import { NonceWord, Uint256 } from '../values/uint.ts'
import { TierView } from './passes.ts'

const Hash = z.string().regex(/^[0-9a-f]{64}$/, 'must be the SHA-256 of the secret, in hexadecimal')
const Signature = z.string().regex(/^0x[0-9a-f]{130}$/i, 'must be 65 bytes')
/** What stands behind the # of a link: 128 bits that no request before the claim carries. */
const Secret = z.string().regex(/^[A-Za-z0-9_-]{22}$/, 'is not the secret of a link')

/** open: somebody can still claim · used: all are claimed · the others say why not. */
export const ClaimState = z.enum(['open', 'used', 'expired', 'revoked', 'sold-out'])
export type ClaimState = z.infer<typeof ClaimState>

/** A claim link as its maker sees it. The secret is not in it: only whoever has the link has that. */
export const ClaimLinkView = z.object({
  id: Id,
  collection: AddressView,
  tierId: z.number().int(),
  tierName: z.string(),
  price: Money,
  uses: z.number().int(),
  used: z.number().int(),
  /** Handed to somebody who has not used it: the chain alone could still refuse it. */
  loose: z.number().int(),
  /** Its vouchers are the bits of `mask` of this word of the contract's bitmap. */
  word: z.string(),
  mask: z.string(),
  state: ClaimState,
  greeting: z.string().nullable(),
  until: z.iso.datetime(),
  createdAt: z.iso.datetime(),
})
export type ClaimLinkView = z.infer<typeof ClaimLinkView>

/** A claim link as anybody sees it who has its address. */
export const ClaimView = z.object({
  id: Id,
  tier: TierView,
  price: Money,
  state: ClaimState,
  greeting: z.string().nullable(),
  until: z.iso.datetime(),
  viewer: z.object({ isMine: z.boolean(), hasClaimed: z.boolean() }),
})
export type ClaimView = z.infer<typeof ClaimView>

/** The creator's signed word, as the contract takes it. */
export const VoucherView = z.object({
  collection: AddressView,
  tierId: z.number().int(),
  price: Money,
  nonce: z.string(),
  deadline: z.number().int(),
  signature: z.string(),
  /** Until then it is kept for whoever asked. */
  heldUntil: z.iso.datetime(),
})
export type VoucherView = z.infer<typeof VoucherView>

export const makeClaimLink = contract('POST /api/me/claim-links', {
  summary: 'Keeps vouchers signed in my wallet behind a link. The same secret twice is the same link.',
  who: 'account',
  input: z.strictObject({
    collection: Address,
    tierId: z.number().int().min(0).max(0xffff_ffff),
    price: Uint256,
    /** In seconds; the contract refuses the vouchers after it. */
    deadline: z.number().int().min(1).max(0xff_ffff_ffff),
    /** The n-th signature is of the voucher with the n-th nonce of this word. */
    word: NonceWord,
    secretHash: Hash,
    greeting: line(limits.note).nullable().default(null),
    signatures: z.array(Signature).min(1).max(limits.claimUses),
  }),
  output: ClaimLinkView,
  status: 201,
  problems: ['passes/not-your-collection', 'passes/unknown-tier', 'passes/bad-voucher', 'passes/claim-refused', 'passes/link-taken'],
  rate: { points: 30, per: 'account' },
})
export const listClaimLinks = contract('GET /api/me/claim-links', {
  summary: 'My claim links, newest first',
  who: 'account',
  input: z.strictObject(pageInput),
  output: page(ClaimLinkView),
  problems: ['http/bad-cursor'],
})
export const revokeClaimLink = contract('DELETE /api/me/claim-links/:linkId', {
  summary: 'From now on nobody is given a voucher of this link; those that are out only the chain can take back',
  who: 'account',
  input: z.strictObject({ linkId: Id }),
  output: ClaimLinkView,
  problems: ['passes/unknown-link'],
})
export const readClaim = contract('GET /api/claims/:linkId', {
  summary: 'What a claim link gives, who gives it, and whether it still does',
  who: 'viewer',
  input: z.strictObject({ linkId: Id }),
  output: ClaimView,
  problems: ['passes/unknown-link'],
})
export const claimPass = contract('POST /api/claims/:linkId', {
  summary: 'Takes a voucher of a link, by its secret; it is kept for me for ten minutes. Asked again, it is the same one.',
  who: 'account',
  input: z.strictObject({ linkId: Id, secret: Secret }),
  output: VoucherView,
  problems: [
    'passes/unknown-link',
    'passes/claim-expired',
    'passes/claim-revoked',
    'passes/claim-used',
    'passes/claim-busy',
    'passes/already-claimed',
    'passes/sold-out',
  ],
  rate: { points: 20, per: 'account' },
})
