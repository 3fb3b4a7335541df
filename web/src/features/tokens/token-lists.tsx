import type { HolderView, TradeView } from '@corefans/shared/contracts/tokens.ts'
import type { WireEvent } from '@corefans/shared/events/wire.ts'
import { useInfiniteQuery } from '@tanstack/react-query'
import { core } from '../../lib/wallet/amount.ts'
import { Link } from '../../ui/link.tsx'
import { Pages } from '../../ui/pages.tsx'
import { Time } from '../../ui/time.tsx'
import { shortAddress } from '../wallet/index.ts'
import { percent, tokens } from './token-amount.ts'
import { holderPages, tradePages } from './token-queries.ts'

/** `launch` is where fair launches are: it buys for all and holds until they collect. */
type Props = { handle: string; symbol: string; launch: string | undefined }

/** Who holds it, largest first. */
export const Holders = ({ handle, symbol, launch }: Props) => (
  <section aria-label="Holders" className="token-list">
    <h2>Holders</h2>
    <Pages list={useInfiniteQuery(holderPages(handle))} keyOf={({ address }) => address} rows={1} empty={none}>
      {(all) => (
        <ul className="num">
          {all.map((holder) => (
            <li key={holder.address}>
              <Who of={holder} launch={launch} />
              <span>
                {tokens(holder.amount)} ${symbol}
              </span>
              <small>{percent(holder.shareBps)}</small>
            </li>
          ))}
        </ul>
      )}
    </Pages>
  </section>
)

const isTrade = (event: WireEvent): boolean => event.type === 'token.changed'

/** Who bought and sold, newest first. */
export function Trades({ handle, symbol, launch }: Props) {
  const query = tradePages(handle)
  return (
    <section aria-label="Trades" className="token-list">
      <h2>Trades</h2>
      <Pages list={useInfiniteQuery(query)} keyOf={({ id }) => id} rows={1} growth={{ query, noun: 'trade', isNews: isTrade }} empty={none}>
        {(all) => (
          <ul className="num">
            {all.map((trade) => (
              <Trade key={trade.id} trade={trade} symbol={symbol} launch={launch} />
            ))}
          </ul>
        )}
      </Pages>
    </section>
  )
}
const none = <p className="muted">None yet.</p>

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
