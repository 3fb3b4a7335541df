import type { ClaimView, VoucherView } from '@corefans/shared/contracts/claims.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../../../lib/api.ts'
import { sentenceOf } from '../../../lib/problem.ts'
import { amountOf } from '../../../lib/wallet/amount.ts'
import type { WalletAction } from '../../../lib/wallet/wallet-actions.ts'
import { Link } from '../../../ui/link.tsx'
import { FormError } from '../../../ui/notice.tsx'
import { TransactionDialog } from '../../wallet/index.ts'
import { Bill } from '../bill.tsx'
import { coinOf, payTokenOf } from '../coin.ts'
import { refreshPasses } from '../refresh-passes.ts'
import { refreshClaims } from './claim-queries.ts'
import { forgetSecret } from './secret.ts'

type Props = { claim: ClaimView; secret: string; onVoucher: (voucher: VoucherView) => void }

/** Takes a voucher of the link. */
export function TakeVoucher({ claim, secret, onVoucher }: Props) {
  const queries = useQueryClient()
  const take = useMutation({
    mutationFn: () => api('POST /api/claims/:linkId', { linkId: claim.id, secret }),
    onSuccess: onVoucher,
    onError: () => refreshClaims(queries),
  })
  return (
    <div className="pass-claim-next">
      <button type="button" className="btn pri" disabled={take.isPending} onClick={() => take.mutate()}>
        {take.isPending ? 'One moment …' : 'Claim it'}
      </button>
      {claim.viewer.isMine && <p className="muted small">This is your own link: claiming it uses one of its passes.</p>}
      <FormError>{take.error ? sentenceOf(take.error) : ''}</FormError>
    </div>
  )
}

/** Has the wallet make the pass of a voucher. */
export function Mint({ claim: { id, tier }, voucher, onClose }: { claim: ClaimView; voucher: VoucherView; onClose: () => void }) {
  const queries = useQueryClient()
  const price = BigInt(voucher.price.amount)
  const coin = coinOf(voucher.price)
  const close = () => {
    refreshClaims(queries)
    onClose()
  }
  return (
    <TransactionDialog
      title={`Claim ${tier.name}`}
      request={{
        action: actionOf(voucher),
        costWei: price,
        coin,
        done: `“${tier.name}” of ${tier.creator.name} is yours`,
        onConfirmed: () => {
          forgetSecret(id)
          refreshPasses(queries)
        },
      }}
      confirm={price === 0n ? 'Claim it for free' : `Pay ${amountOf(price, coin, 'up')}`}
      success={{
        title: 'You are in.',
        text: `“${tier.name}” is in your wallet, and what it opens is open.`,
        action: (
          <>
            <Link to="/wallet" className="btn sec" onClick={close}>
              My passes
            </Link>
            <Link to="/@{$handle}" params={{ handle: tier.creator.handle }} className="btn pri" onClick={close}>
              See what it opens
            </Link>
          </>
        ),
      }}
      onClose={close}
    >
      <Bill tier={tier} priceWei={price} />
    </TransactionDialog>
  )
}

const anybody = `0x${'0'.repeat(40)}` as const

const actionOf = ({ collection, tierId, price, nonce, deadline, signature }: VoucherView): WalletAction => ({
  does: 'giveMint',
  with: {
    pass: collection as `0x${string}`,
    voucher: { tierId, to: anybody, price: BigInt(price.amount), nonce: BigInt(nonce), deadline: BigInt(deadline) },
    signature: signature as `0x${string}`,
    payToken: payTokenOf(price),
  },
})
