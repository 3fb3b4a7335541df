import { lazy, Suspense } from 'react'
import { useStore } from '../../lib/store.ts'
import { trade } from './trade.ts'

const TradeToken = lazy(() => import('./trade-token.tsx').then((module) => ({ default: module.TradeToken })))

/** Shows the open trade above any page. Stands once in the shell; costs nothing until somebody trades. */
export function TradeHost() {
  const open = useStore(trade)
  if (!open) return null
  return (
    <Suspense>
      <TradeToken key={open.token.creator.handle} {...open} onClose={() => trade.set(null)} />
    </Suspense>
  )
}
