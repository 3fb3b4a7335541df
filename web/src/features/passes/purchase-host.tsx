import { lazy, Suspense } from 'react'
import { useStore } from '../../lib/store.ts'
import { purchase } from './purchase.ts'

const BuyPass = lazy(() => import('./buy-pass.tsx').then((module) => ({ default: module.BuyPass })))

/** Shows the open purchase above any page. Stands once in the shell; costs nothing until somebody buys. */
export function PurchaseHost() {
  const open = useStore(purchase)
  if (!open) return null
  return (
    <Suspense>
      <BuyPass key={`${open.handle}/${open.tierId}/${open.renew?.tokenId ?? ''}`} {...open} onClose={() => purchase.set(null)} />
    </Suspense>
  )
}
