import type { SaleView } from '@corefans/shared/contracts/market.ts'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Failure } from '../../ui/empty-state.tsx'
import { Link } from '../../ui/link.tsx'
import { Loading } from '../../ui/skeletons.tsx'
import { Time } from '../../ui/time.tsx'
import { inCoin } from './coins.ts'
import { salePages } from './market-queries.ts'

/** Resales, newest first, as the chain has them. */
export function Activity({ scope }: { scope: { creator?: string; collection?: string; tokenId?: string } }) {
  const pages = useInfiniteQuery(salePages(scope))
  if (pages.error && !pages.data) return <Failure error={pages.error} onRetry={() => void pages.refetch()} />
  if (!pages.data) return <Loading rows={2} />
  const all = pages.data.pages.flatMap(({ items }) => items)
  return (
    <section aria-label="Resales" className="market-list">
      {all.length === 0 ? (
        <p className="muted pad">No resale yet.</p>
      ) : (
        <ul className="num">
          {all.map((sale) => (
            <Sale key={`${sale.txHash}${sale.tokenId}`} sale={sale} />
          ))}
        </ul>
      )}
      {pages.hasNextPage && (
        <button
          type="button"
          className="btn sec wide market-more"
          disabled={pages.isFetchingNextPage}
          onClick={() => void pages.fetchNextPage()}
        >
          Show more
        </button>
      )}
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
