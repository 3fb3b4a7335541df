import type { WireEvent } from '@corefans/shared/events/wire.ts'
import type { QueryClient } from '@tanstack/react-query'
import { lazyRouteComponent } from '@tanstack/react-router'

/** Loaded when somebody lists, offers or buys. */
export function hearMarket(queries: QueryClient, { type }: WireEvent): void {
  if (type === 'listing.changed' || type === 'offer.changed' || type === 'pass.sold')
    void import('./market-queries.ts').then(({ refreshMarket }) => refreshMarket(queries))
}
export const MarketPage = lazyRouteComponent(() => import('./market-page.tsx'), 'MarketPage')
export const PassPage = lazyRouteComponent(() => import('./pass-page.tsx'), 'PassPage')
