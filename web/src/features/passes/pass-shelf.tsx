import { useQuery } from '@tanstack/react-query'
import { Blank, Failure } from '../../ui/empty-state.tsx'
import { beginPurchase } from './begin-purchase.ts'
import { PassCard } from './pass-card.tsx'
import { tiersQuery } from './tiers-query.ts'

/** All passes that somebody sells. */
export function PassShelf({ handle, name }: { handle: string; name: string }) {
  const tiers = useQuery(tiersQuery(handle))
  if (tiers.error) return <Failure error={tiers.error} onRetry={() => void tiers.refetch()} />
  if (!tiers.data) return <div className="pass-grid" role="status" aria-label="Loading" />
  if (tiers.data.items.length === 0)
    return (
      <Blank title="No passes yet">
        <p className="muted">{name} does not sell a pass. Following is free.</p>
      </Blank>
    )
  return (
    <div className="pass-grid">
      {tiers.data.items.map((tier) => (
        <div key={tier.tierId} id={`tier-${tier.tierId}`}>
          <PassCard tier={tier} onBuy={beginPurchase} />
        </div>
      ))}
    </div>
  )
}
