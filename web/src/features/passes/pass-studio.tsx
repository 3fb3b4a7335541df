import type { TierView } from '@corefans/shared/contracts/passes.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type Me, useMe } from '../../lib/session.ts'
import { useTopic } from '../../lib/topics.ts'
import { Blank, Failure } from '../../ui/empty-state.tsx'
import { Link } from '../../ui/link.tsx'
import { Loading } from '../../ui/skeletons.tsx'
import { ClaimLinks } from './claims/claim-links.tsx'
import { MakeClaimLink } from './claims/make-claim-link.tsx'
import { Earned } from './earned.tsx'
import { myCollections } from './my-collections.ts'
import { StudioTier } from './studio-tier.tsx'
import { TierEditor } from './tier-editor.tsx'
import { tiersQuery } from './tiers-query.ts'

/** Where a creator makes and changes the passes they sell, and takes out what they earned. */
export function PassStudio() {
  const me = useMe()
  return me && <Studio me={me} />
}

function Studio({ me }: { me: Me }) {
  useTopic(`profile:${me.id}`)
  const tiers = useQuery(tiersQuery(me.handle))
  const collections = useQuery(myCollections)
  const [edited, setEdited] = useState<TierView | 'new' | null>(null)
  const [linked, setLinked] = useState<TierView | null>(null)
  const error = tiers.error ?? collections.error
  if (error) return <Failure error={error} onRetry={() => void Promise.all([tiers.refetch(), collections.refetch()])} />
  if (!tiers.data || !collections.data) return <Loading rows={1} />
  const mine = collections.data
  const { items } = tiers.data
  /** Whose word a collection takes. */
  const walletOf = (made: { collection: string }) => mine.find((one) => one.collection.toLowerCase() === made.collection)?.wallet ?? ''
  if (mine.length === 0) return <NoWallet />
  return (
    <div className="pass-studio">
      <Earned />
      {items.length === 0 ? (
        <Blank title="Sell your first pass">
          <p className="muted">Set a price, how long it lasts and how many there are. Holders open what you post for them.</p>
          <button type="button" className="btn pri" onClick={() => setEdited('new')}>
            Make a tier
          </button>
        </Blank>
      ) : (
        <>
          <div className="pass-grid">
            {items.map((tier) => (
              <StudioTier
                key={`${tier.collection}${tier.tierId}`}
                tier={tier}
                onEdit={() => setEdited(tier)}
                onLink={() => setLinked(tier)}
              />
            ))}
          </div>
          <div className="pass-studio-lead">
            <button type="button" className="btn sec" onClick={() => setEdited('new')}>
              Add a tier
            </button>
          </div>
        </>
      )}
      {items.length > 0 && <ClaimLinks walletOf={walletOf} />}
      {linked && <MakeClaimLink tier={linked} wallet={walletOf(linked)} onClose={() => setLinked(null)} />}
      {edited && <TierEditor tiers={items} edited={edited} collections={mine} onClose={() => setEdited(null)} />}
    </div>
  )
}

const NoWallet = () => (
  <Blank title="First, a wallet">
    <p className="muted">Your passes are made by your wallet, and what they earn is paid to it. It takes a minute and costs nothing.</p>
    <Link to="/settings/$section" params={{ section: 'wallet' }} className="btn pri">
      Set up a wallet
    </Link>
  </Blank>
)
