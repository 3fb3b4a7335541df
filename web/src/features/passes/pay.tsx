import type { HoldingView, TierView } from '@corefans/shared/contracts/passes.ts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { amountOf } from '../../lib/wallet/amount.ts'
import { loadEngine } from '../../lib/wallet/load-engine.ts'
import type { WalletAction } from '../../lib/wallet/wallet-actions.ts'
import { Link } from '../../ui/link.tsx'
import { TransactionDialog } from '../wallet/index.ts'
import { Bill } from './bill.tsx'
import { coinOf, payTokenOf } from './coin.ts'
import { refreshPasses } from './refresh-passes.ts'

type Props = { tier: TierView; renew: HoldingView | null; isForPost: boolean; onClose: () => void }

/** The price that was shown is the price that is paid: the chain is asked for it, and refuses if it moves after that. */
export function Pay({ tier, renew, isForPost, onClose }: Props) {
  const queries = useQueryClient()
  const [asked, setAsked] = useState(0)
  const quote = useQuery({
    queryKey: ['quote', tier.collection, tier.tierId, renew?.tokenId ?? null, asked],
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    retry: 1,
    queryFn: async () => {
      const found = await (await loadEngine()).quote(tier, renew?.tokenId)
      return found && { totalWei: found.totalWei.toString(), periods: found.periods }
    },
  })
  const shownWei = BigInt(tier.price.amount)
  const { totalWei, periods } = quote.data ?? { totalWei: tier.price.amount, periods: 1 }
  const priceWei = BigInt(totalWei)
  const coin = coinOf(tier.price)
  const verb = renew ? 'Renew' : 'Get pass'
  return (
    <TransactionDialog
      key={`${priceWei} ${asked}`}
      title={renew ? `Renew ${tier.name}` : `Get ${tier.name}`}
      request={{
        action: actionOf(tier, renew, { priceWei, periods }),
        costWei: priceWei,
        coin,
        done: `“${tier.name}” of ${tier.creator.name} is yours`,
        onConfirmed: () => refreshPasses(queries),
      }}
      confirm={priceWei === 0n ? `${verb} for free` : `Pay ${amountOf(priceWei, coin, 'up')}`}
      success={{
        ...successOf(tier, renew !== null),
        action: <Onward tier={tier} isForPost={isForPost} onClose={onClose} />,
      }}
      onClose={onClose}
      onStale={() => setAsked(asked + 1)}
    >
      <Bill tier={tier} priceWei={priceWei} periods={renew ? periods : 0} isNew={priceWei !== shownWei * BigInt(periods)} />
    </TransactionDialog>
  )
}

const successOf = ({ name }: TierView, isRenewal: boolean) =>
  isRenewal
    ? { title: 'It goes on.', text: `“${name}” was renewed. What it opens stays open.` }
    : { title: 'You are in.', text: `“${name}” is in your wallet, and what it opens is open.` }

const Onward = ({ tier, isForPost, onClose }: Pick<Props, 'tier' | 'isForPost' | 'onClose'>) => (
  <>
    <Link to="/wallet" className="btn sec" onClick={onClose}>
      My passes
    </Link>
    {isForPost ? (
      <button type="button" className="btn pri" onClick={onClose}>
        Open the post
      </button>
    ) : (
      <Link to="/@{$handle}" params={{ handle: tier.creator.handle }} className="btn pri" onClick={onClose}>
        See what it opens
      </Link>
    )}
  </>
)

type Asked = { priceWei: bigint; periods: number }

function actionOf(tier: TierView, renew: HoldingView | null, { priceWei, periods }: Asked): WalletAction {
  const pass = tier.collection as `0x${string}`
  const payToken = payTokenOf(tier.price)
  return renew
    ? { does: 'renewPass', with: { pass, id: BigInt(renew.tokenId), periods, totalWei: priceWei, payToken } }
    : { does: 'buyPass', with: { pass, tierId: tier.tierId, priceWei, payToken } }
}
