import { useQuery } from '@tanstack/react-query'
import { Suspense } from 'react'
import { core } from '../../lib/wallet/amount.ts'
import { Link } from '../../ui/link.tsx'
import { part } from '../../ui/part.tsx'
import { Sparkline } from './sparkline.tsx'
import { tokens } from './token-amount.ts'
import { tokenQuery } from './token-queries.ts'
import { trade } from './trade.ts'
import { TradeHost } from './trade-host.tsx'

const Unopened = part(() => import('./unopened.tsx'), 'Unopened')

/** A person's token in one line of the profile: symbol, price, how it moved, and the way to buy. */
export function TokenStrip({ handle }: { handle: string }) {
  const { data: token } = useQuery(tokenQuery(handle))
  if (!token) return null
  if (token.state === 'none' || !token.terms)
    return (
      <Suspense>
        <Unopened token={token} />
      </Suspense>
    )
  return (
    <aside className="token-line" aria-label="Personal token">
      <Link to="/token/$handle" params={{ handle }} className="token-line-link">
        <b className="num">${token.terms.symbol}</b>
        <small className="num">
          {core(BigInt(token.priceWei))} · {token.state === 'live' ? `supply ${tokens(token.supply)}` : 'be the first to buy'}
        </small>
      </Link>
      <Sparkline pricesWei={token.sparkline} />
      <button type="button" className="btn sec" disabled={!token.viewer.mayBuy} onClick={() => trade.set({ token, side: 'buy' })}>
        Buy<span className="vh"> ${token.terms.symbol}</span>
      </button>
      <TradeHost />
    </aside>
  )
}
