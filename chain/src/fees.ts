/** The platform's share of every sale and renewal, in basis points; the contracts hold the same constant. */
export const PLATFORM_BPS = 500n

/** The creator's share of every resale, in basis points. */
export const ROYALTY_BPS = 500n

/** Prices are whole multiples of this, so that the fee is exact to the wei. */
export const PRICE_STEP_WEI = 10_000n / PLATFORM_BPS

/** The platform's part of a payment, rounded down in favour of the creator. */
export function platformFeeDown(amountWei: bigint): bigint {
  return amountWei / PRICE_STEP_WEI
}

/** The platform's share of each trade of a personal token, and the most that its creator can take on top. */
export const TOKEN_PROTOCOL_BPS = 100n
export const MAX_TOKEN_CREATOR_BPS = 500n
