import type { TierView } from '@corefans/shared/contracts/passes.ts'
import { useQuery } from '@tanstack/react-query'
import { useMe } from '../../lib/session.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Failure } from '../../ui/empty-state.tsx'
import { LogInFirst } from '../payments/index.ts'
import { Bill } from './bill.tsx'
import { Pay } from './pay.tsx'
import type { Purchase } from './purchase.ts'
import { type PurchaseTerms, purchaseTermsQuery } from './purchase-terms.ts'

type Props = Purchase & { onClose: () => void }

/** As `PurchaseHost` opens it. */
export const BuyPassDialog = ({ of, onClose }: { of: Purchase; onClose: () => void }) => <BuyPass {...of} onClose={onClose} />

/** The purchase of a pass, or its renewal: what it costs and opens first, the account and the wallet after. */
function BuyPass({ onClose, ...purchase }: Props) {
  const me = useMe()
  const terms = useQuery(purchaseTermsQuery(purchase, me !== null))
  if (terms.data?.is === 'open')
    return me ? (
      <Pay tier={terms.data.tier} renew={terms.data.renew} isForPost={purchase.isForPost === true} onClose={onClose} />
    ) : (
      <LogIn tier={terms.data.tier} isForPost={purchase.isForPost === true} onClose={onClose} />
    )
  return (
    <Dialog title="Access pass" onClose={onClose}>
      {terms.error ? <Failure error={terms.error} onRetry={() => void terms.refetch()} /> : <NoTerms terms={terms.data} />}
    </Dialog>
  )
}

const NoTerms = ({ terms }: { terms: PurchaseTerms | undefined }) =>
  terms?.is === 'closed' ? <p>{terms.words}</p> : <span className="spinner" role="status" aria-label="Loading" />

const LogIn = ({ tier, isForPost, onClose }: { tier: TierView; isForPost: boolean; onClose: () => void }) => (
  <LogInFirst
    title={`Get ${tier.name}`}
    join="Join free to get it"
    act={{ does: 'get', handle: tier.creator.handle, tierId: tier.tierId, isForPost }}
    onClose={onClose}
  >
    <Bill tier={tier} priceWei={BigInt(tier.price.amount)} />
  </LogInFirst>
)
