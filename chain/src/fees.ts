/** The platform's share of every sale and renewal, in basis points; the contracts hold the same constant. */
export const PLATFORM_BPS = 500n

/** The creator's share of every resale, in basis points, unless the creator chose another up to 1,000. */
export const ROYALTY_BPS = 500n

/** The platform's share of every resale, in basis points. */
export const RESALE_BPS = 250n

/** Prices are whole multiples of this, so that the fee is exact to the wei. */
export const PRICE_STEP_WEI = 10_000n / PLATFORM_BPS

/** The platform's part of a payment, rounded down in favour of the creator. */
export function platformFeeDown(amountWei: bigint): bigint {
  return amountWei / PRICE_STEP_WEI
}

/** The platform's share of each trade of a personal token, and the most that its creator can take on top. */
export const TOKEN_PROTOCOL_BPS = 100n
export const MAX_TOKEN_CREATOR_BPS = 500n

/** What a resale comes to: fee and royalty are parts of the price, rounded down, and the rest is the seller's. */
export function resaleParts(price: bigint, royaltyBps: number): { fee: bigint; royalty: bigint; net: bigint } {
  const fee = (price * RESALE_BPS) / 10_000n
  const royalty = (price * BigInt(royaltyBps)) / 10_000n
  return { fee, royalty, net: price - fee - royalty }
}
