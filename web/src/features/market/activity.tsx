import type { SaleView } from '@corefans/shared/contracts/market.ts'
import type { WireEvent } from '@corefans/shared/events/wire.ts'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '../../ui/link.tsx'
import { Pages } from '../../ui/pages.tsx'
import { Time } from '../../ui/time.tsx'
import { inCoin } from './coins.ts'
import { salePages } from './market-queries.ts'

const isSale = (event: WireEvent): boolean => event.type === 'pass.sold'

/** Resales, newest first, as the chain has them. */
export function Activity({ scope }: { scope: { creator?: string; collection?: string; tokenId?: string } }) {
  const query = salePages(scope)
  return (
    <section aria-label="Resales" className="market-list">
      <Pages
        list={useInfiniteQuery(query)}
        keyOf={({ txHash, tokenId }) => `${txHash}${tokenId}`}
        rows={2}
        growth={{ query, noun: 'resale', isNews: isSale }}
        empty={<p className="muted pad">No resale yet.</p>}
      >
        {(all) => (
          <ul className="num">
            {all.map((sale) => (
              <Sale key={`${sale.txHash}${sale.tokenId}`} sale={sale} />
            ))}
          </ul>
        )}
      </Pages>
    </section>
  )
}

const handleOf = (person: SaleView['seller']): string => (person ? `@${person.handle}` : 'somebody')

const Sale = ({ sale }: { sale: SaleView }) => (
  <li className="market-sale">
    <span>
      <Link to="/market/$collection/$tokenId" params={{ collection: sale.collection, tokenId: sale.tokenId }} className="link">
        {sale.tierName} no. {sale.serial}
      </Link>{' '}
      went from {handleOf(sale.seller)} to {handleOf(sale.buyer)}
    </span>
    <b>{inCoin(sale.price)}</b>
    <small className="muted" title={`Transaction ${sale.txHash}`}>
      royalty {inCoin(sale.royalty)} · <Time iso={sale.at} />
    </small>
  </li>
)
