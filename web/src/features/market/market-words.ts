/** What the address of the market page may say. */
export const marketSorts = ['price', '-price', 'ending', 'newest'] as const
export const marketCurrencies = ['core', 'usd'] as const
export const marketTabs = ['sale', 'activity', 'mine'] as const
