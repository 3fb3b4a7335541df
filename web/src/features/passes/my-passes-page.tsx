import type { HeldView } from '@corefans/shared/contracts/passes.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { read } from '../../lib/query.ts'
import { Blank, Failure } from '../../ui/empty-state.tsx'
import { Link } from '../../ui/link.tsx'
import { Loading } from '../../ui/skeletons.tsx'
import { NeedsAccount } from '../accounts/index.ts'
import { WalletHeader } from '../wallet/index.ts'
import { HeldPass } from './held-pass-card.tsx'
import { type Doing, PassActionDialog } from './pass-actions.tsx'

/** The passes this account holds, for whoever is signed in. */
export const MyPassesPage = () => (
  <>
    <WalletHeader now="passes" />
    <NeedsAccount why="to see the passes you hold">
      <MyPasses />
    </NeedsAccount>
  </>
)

/** What the wallets of this account hold: what is open now, then what has ended. */
function MyPasses() {
  // Above the list: the pass leaves the list before its dialog has said so.
  const [done, setDone] = useState<{ holding: HeldView; doing: Doing } | null>(null)
  const holdings = useQuery(read('GET /api/me/passes', {}))
  if (holdings.error) return <Failure error={holdings.error} onRetry={() => void holdings.refetch()} />
  if (!holdings.data) return <Loading rows={1} />
  const { items } = holdings.data
  if (items.length === 0 && !done)
    return (
      <Blank title="You hold no pass yet">
        <p className="muted">A pass opens what a creator keeps for the inner circle. Some are free.</p>
        <Link to="/explore" className="btn pri">
          Find creators
        </Link>
      </Blank>
    )
  const groups = [
    { title: 'Open now', items: items.filter((one) => one.active && !isLent(one)) },
    { title: 'Lent to others', items: items.filter(isLent) },
    { title: 'Ended', items: items.filter((one) => !one.active && !isLent(one)) },
  ]
  return (
    <>
      {groups
        .filter((group) => group.items.length > 0)
        .map((group) => (
          <section key={group.title} aria-label={group.title}>
            <h2 className="section-title">{group.title}</h2>
            <div className="pass-grid">
              {group.items.map((holding) => (
                <HeldPass
                  key={`${holding.tier.collection}${holding.tokenId}`}
                  holding={holding}
                  onDo={(doing) => setDone({ holding, doing })}
                />
              ))}
            </div>
          </section>
        ))}
      {done && <PassActionDialog of={done} onClose={() => setDone(null)} />}
    </>
  )
}

const isLent = ({ isMine, loan }: HeldView): boolean => isMine && loan !== null
