// Apart from the schemas, so that a page can read it without their library.

/** Decimals of each currency: fixed by the coin and by the dollar token. */
export const decimalsOf: Record<'core' | 'usd', number> = { core: 18, usd: 6 }
