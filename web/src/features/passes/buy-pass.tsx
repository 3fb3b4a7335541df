import type { TierView } from '@corefans/shared/contracts/passes.ts'
import { useQuery } from '@tanstack/react-query'
import { useLocation } from '@tanstack/react-router'
import { useMe } from '../../lib/session.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Failure } from '../../ui/empty-state.tsx'
import { Link } from '../../ui/link.tsx'
import { Bill } from './bill.tsx'
import { type Deal, dealQuery } from './deal.ts'
import { Pay } from './pay.tsx'
import type { Purchase } from './purchase.ts'

type Props = Purchase & { onClose: () => void }

/** As `PurchaseHost` opens it. */
export const BuyPassDialog = ({ of, onClose }: { of: Purchase; onClose: () => void }) => <BuyPass {...of} onClose={onClose} />

/** The purchase of a pass, or its renewal: what it costs and opens first, the account and the wallet after. */
function BuyPass({ onClose, ...purchase }: Props) {
  const me = useMe()
  const deal = useQuery(dealQuery(purchase, me !== null))
  if (deal.data?.is === 'open')
    return me ? (
      <Pay tier={deal.data.tier} renew={deal.data.renew} isForPost={purchase.isForPost === true} onClose={onClose} />
    ) : (
      <LogInFirst tier={deal.data.tier} onClose={onClose} />
    )
  return (
    <Dialog title="Access pass" onClose={onClose}>
      {deal.error ? <Failure error={deal.error} onRetry={() => void deal.refetch()} /> : <NoDeal deal={deal.data} />}
    </Dialog>
  )
}

const NoDeal = ({ deal }: { deal: Deal | undefined }) =>
  deal?.is === 'closed' ? <p>{deal.words}</p> : <span className="spinner" role="status" aria-label="Loading" />

function LogInFirst({ tier, onClose }: { tier: TierView; onClose: () => void }) {
  const next = useLocation({ select: (location) => location.href })
  return (
    <Dialog
      title={`Get ${tier.name}`}
      onClose={onClose}
      footer={
        <>
          <Link to="/login" search={{ next }} className="btn sec" onClick={onClose}>
            Log in
          </Link>
          <Link to="/signup" search={{ next }} className="btn pri" onClick={onClose}>
            Join free to get it
          </Link>
        </>
      }
    >
      <Bill tier={tier} priceWei={BigInt(tier.price.amount)} />
    </Dialog>
  )
}
