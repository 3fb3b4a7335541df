import type { HolderView, TradeView } from '@corefans/shared/contracts/tokens.ts'
import { useInfiniteQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { core } from '../../lib/wallet/amount.ts'
import { Failure } from '../../ui/empty-state.tsx'
import { Link } from '../../ui/link.tsx'
import { Time } from '../../ui/time.tsx'
import { shortAddress } from '../wallet/index.ts'
import { percent, tokens } from './token-amount.ts'
import { holderPages, tradePages } from './token-queries.ts'

/** `launch` is where fair launches are: it buys for all and holds until they collect. */
type Props = { handle: string; symbol: string; launch: string | undefined }

/** Who holds it, largest first. */
export function Holders({ handle, symbol, launch }: Props) {
  const pages = useInfiniteQuery(holderPages(handle))
  return (
    <List title="Holders" pages={pages}>
      {(pages.data?.pages.flatMap(({ items }) => items) ?? []).map((holder) => (
        <li key={holder.address}>
          <Who of={holder} launch={launch} />
          <span>
            {tokens(holder.amount)} ${symbol}
          </span>
          <small>{percent(holder.shareBps)}</small>
        </li>
      ))}
    </List>
  )
}

/** Who bought and sold, newest first. */
export function Trades({ handle, symbol, launch }: Props) {
  const pages = useInfiniteQuery(tradePages(handle))
  return (
    <List title="Trades" pages={pages}>
      {(pages.data?.pages.flatMap(({ items }) => items) ?? []).map((trade) => (
        <Trade key={trade.id} trade={trade} symbol={symbol} launch={launch} />
      ))}
    </List>
  )
}

const Trade = ({ trade, symbol, launch }: { trade: TradeView } & Omit<Props, 'handle'>) => (
  <li data-side={trade.side}>
    <Who of={trade.trader} launch={launch} />
    <span>
      {trade.side === 'buy' ? 'bought' : 'sold'} {tokens(trade.amount)} ${symbol} for {core(BigInt(trade.amountWei))}
    </span>
    <small>
      <Time iso={trade.at} />
    </small>
  </li>
)

type WhoProps = { of: Pick<HolderView, 'address' | 'person'> & { kind?: HolderView['kind'] }; launch: string | undefined }

const Who = ({ of, launch }: WhoProps) => {
  if (of.kind === 'locked') return <b>Locked in the token</b>
  if (of.address === launch) return <b>Fair launch</b>
  if (!of.person) return <b title={of.address}>{shortAddress(of.address)}</b>
  return (
    <Link to="/@{$handle}" params={{ handle: of.person.handle }} className="link">
      @{of.person.handle}
    </Link>
  )
}

type Pages = { error: unknown; refetch: () => unknown; hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown }

function List({ title, pages, children }: { title: string; pages: Pages; children: ReactNode[] }) {
  return (
    <section aria-label={title} className="token-list">
      <h2>{title}</h2>
      {Boolean(pages.error) && <Failure error={pages.error} onRetry={() => void pages.refetch()} />}
      {children.length === 0 ? <p className="muted">None yet.</p> : <ul className="num">{children}</ul>}
      {pages.hasNextPage && (
        <button type="button" className="btn sec wide" disabled={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          Show more
        </button>
      )}
    </section>
  )
}
