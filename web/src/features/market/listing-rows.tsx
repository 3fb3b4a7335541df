import type { ListingView } from '@corefans/shared/contracts/market.ts'
import { useState } from 'react'
import { ListingRow } from './listing-row.tsx'
import { BuyListing } from './trade-dialogs.tsx'

/** Passes for sale. The dialog stands above the rows: a pass that is bought leaves the list before its dialog has said so. */
export function ListingRows({ listings, label }: { listings: readonly ListingView[]; label: string }) {
  const [wanted, want] = useState<ListingView | null>(null)
  return (
    <>
      <ul className="market-listings" aria-label={label}>
        {listings.map((listing) => (
          <ListingRow key={listing.listingId} listing={listing} onBuy={want} />
        ))}
      </ul>
      {wanted && <BuyListing listing={wanted} onClose={() => want(null)} />}
    </>
  )
}
