import { Suspense } from 'react'
import { useStore } from '../../lib/store.ts'
import { part } from '../../ui/part.tsx'
import { trade } from './trade.ts'

const TradeToken = part(() => import('./trade-token.tsx'), 'TradeToken')

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
