import type { QueryClient } from '@tanstack/react-query'
import type { LiveHandlers } from '../../lib/live.ts'

/** Loaded when somebody lists, offers or buys. */
const handleMarketEvent = (queries: QueryClient): void =>
  void import('./market-queries.ts').then(({ refreshMarket }) => refreshMarket(queries))

export const live: LiveHandlers = {
  events: { 'listing.changed': handleMarketEvent, 'offer.changed': handleMarketEvent, 'pass.sold': handleMarketEvent },
}
