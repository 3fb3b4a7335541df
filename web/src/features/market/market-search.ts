/** What the address of the market page may say. */
const sorts = ['price', '-price', 'ending', 'newest'] as const
const currencies = ['core', 'usd'] as const
const tabs = ['sale', 'activity'] as const

export type MarketSearch = {
  tab?: (typeof tabs)[number]
  creator?: string
  tier?: number
  currency?: (typeof currencies)[number]
  priceMax?: string
  daysLeft?: number
  sort?: (typeof sorts)[number]
}

const oneOf = <T extends string>(value: unknown, all: readonly T[]): T | undefined => all.find((one) => one === value)
const whole = (value: unknown): number | undefined =>
  value !== '' && Number.isSafeInteger(Number(value)) && Number(value) >= 0 ? Number(value) : undefined

/** An address as the page takes it: what is no such thing is as if it were not there. */
export function searchIn(search: Readonly<Record<string, unknown>>): MarketSearch {
  const creator = /^@?([a-zA-Z][a-zA-Z0-9_]{1,19})$/.exec(String(search['creator'] ?? ''))?.[1]
  const read: { [K in keyof MarketSearch]: MarketSearch[K] | undefined } = {
    tab: oneOf(search['tab'], tabs),
    creator,
    tier: whole(search['tier']),
    currency: oneOf(search['currency'], currencies),
    priceMax: /^\d{1,12}(\.\d{1,18})?$/.exec(String(search['priceMax']))?.[0],
    daysLeft: whole(search['daysLeft']) || undefined,
    sort: oneOf(search['sort'], sorts),
  }
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined))
}
