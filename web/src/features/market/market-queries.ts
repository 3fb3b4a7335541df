import { decimalsOf } from '@corefans/shared/values/decimals.ts'
import type { Currency } from '@corefans/shared/values/money.ts'
import type { QueryClient } from '@tanstack/react-query'
import { invalidate, read, readPages } from '../../lib/query.ts'
import { unitsIn } from '../../lib/wallet/read-amount.ts'
import type { MarketSearch } from './market-search.ts'

const scopeOf = ({ creator, tier }: MarketSearch) => ({ ...(creator ? { creator } : {}), ...(tier === undefined ? {} : { tier }) })

/** What is dearer is left out; an amount that the currency cannot name is no bound. */
function ceilingOf({ priceMax, currency = 'core' }: MarketSearch): { priceMax?: string } {
  const units = priceMax === undefined ? null : unitsIn(priceMax, decimalsOf[currency], 'en')
  return units === null ? {} : { priceMax: units.toString() }
}

export const listingPages = (search: MarketSearch) =>
  readPages('GET /api/market/listings', {
    ...scopeOf(search),
    ...(search.currency ? { currency: search.currency } : {}),
    ...ceilingOf(search),
    ...(search.daysLeft ? { daysLeft: search.daysLeft } : {}),
    sort: search.sort ?? 'price',
  })
export const statsQuery = (search: MarketSearch, currency: Currency) => read('GET /api/market/stats', { ...scopeOf(search), currency })
export const salePages = (scope: { creator?: string; tier?: number; collection?: string; tokenId?: string }) =>
  readPages('GET /api/market/activity', scope as never)
export const passPageQuery = (collection: string, tokenId: string) =>
  read('GET /api/market/passes/:collection/:tokenId', { collection: collection as `0x${string}`, tokenId })
export const myMarketQuery = read('GET /api/me/market', {})
export const offerPages = (side: 'made' | 'received') => readPages('GET /api/me/offers', { side })

/** Asks again for what the market shows, but for its resales: what is new waits above that list (activity.tsx). */
export function refreshMarket(queries: QueryClient): void {
  void invalidate(
    queries,
    'GET /api/market/listings',
    'GET /api/market/passes/:collection/:tokenId',
    'GET /api/market/stats',
    'GET /api/me/market',
    'GET /api/me/offers',
  )
}
