/** What a `Sale` log of the market adds up in `flags` (`PassMarket.sol`): whose part was credited instead of sent, and what was filled. */
export const SALE_FLAGS = { sellerCredited: 1n, royaltyCredited: 2n, bidFilled: 4n } as const

/** Whether the sale filled a bid, so that the buyer paid from funds in the market; otherwise somebody bought a listing. */
export const fillsBid = (flags: bigint | number): boolean => (BigInt(flags) & SALE_FLAGS.bidFilled) !== 0n
