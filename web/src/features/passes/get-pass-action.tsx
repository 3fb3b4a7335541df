import type { TierView } from '@corefans/shared/contracts/passes.ts'
import { useQuery } from '@tanstack/react-query'
import { money } from '../../lib/format.ts'
import { left } from '../../lib/when.ts'
import { Icon } from '../../ui/icon.tsx'
import { Link } from '../../ui/link.tsx'
import { beginPurchase } from './begin-purchase.ts'
import { tiersQuery } from './tiers-query.ts'

/** What a creator is here for, in their header: “Get pass · 0.5 CORE”, or what is left of the one that is held. */
export function GetPassAction({ handle }: { handle: string }) {
  const tiers = useQuery(tiersQuery(handle))
  const items = tiers.data?.items.filter(({ price }) => price.decimals > 0) ?? []
  const held = items.find(({ viewer }) => viewer.holds)
  if (held) return <YourPass tier={held} />
  const first = items.find(({ soldOut }) => !soldOut)
  if (!first) return null
  return (
    <button type="button" className="btn pri" onClick={() => beginPurchase(first)}>
      Get pass · {money(first.price)}
    </button>
  )
}

function YourPass({ tier }: { tier: TierView }) {
  const { expiresAt } = tier.viewer
  return (
    <>
      <Link to="/wallet" className="btn sec">
        <Icon name="ticket" size="sm" />
        <span suppressHydrationWarning>Your pass{expiresAt && ` · ${left(expiresAt, Date.now())}`}</span>
      </Link>
      {expiresAt && tier.renewable && (
        <button type="button" className="btn pri" onClick={() => beginPurchase(tier)}>
          Renew
        </button>
      )}
    </>
  )
}
