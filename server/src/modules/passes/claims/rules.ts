import { PRICE_STEP_WEI } from '@corefans/chain/fees.ts'
import type { ClaimState } from '@corefans/shared/contracts/claims.ts'

const maxDays = 366
const dayS = 86_400
const maxPrice = 2n ** 96n

export type LinkFacts = { uses: number; used: number; withdrawn: number; revokedAt: Date | null; deadline: Date }

/** What a link is now. Used up counts before expired: it did what it was for. */
export function stateOf(link: LinkFacts, { now, isSoldOut }: { now: Date; isSoldOut: boolean }): ClaimState {
  if (link.used > 0 && link.used + link.withdrawn >= link.uses) return 'used'
  if (link.revokedAt || link.withdrawn >= link.uses) return 'revoked'
  if (link.deadline < now) return 'expired'
  return isSoldOut ? 'sold-out' : 'open'
}

/** Why the contract, or our patience, would refuse vouchers on these terms; null where it would take them. */
export function whyNotVouchers(terms: { price: string; deadline: number; decimals: number }, nowS: number): string | null {
  const price = BigInt(terms.price)
  if (price % PRICE_STEP_WEI !== 0n || price >= maxPrice) return 'price'
  if (price > 0n && terms.decimals === 0) return 'asset'
  if (terms.deadline <= nowS) return 'over'
  return terms.deadline > nowS + maxDays * dayS ? 'too-far' : null
}

/** The vouchers of a word, as the bits of the contract's mask. */
export const maskOf = (word: string, nonces: readonly string[]): bigint =>
  nonces.reduce((mask, nonce) => mask | (1n << (BigInt(nonce) - (BigInt(word) << 8n))), 0n)

/** The n-th nonce of a word. */
export const nonceOf = (word: string, n: number): bigint => (BigInt(word) << 8n) | BigInt(n)
