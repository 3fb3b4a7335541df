import type { Invoice } from '@corefans/shared/contracts/purchases.ts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { api } from '../../lib/api.ts'
import { money } from '../../lib/format.ts'
import { askTwice, invalidate } from '../../lib/query.ts'
import { useMe } from '../../lib/session.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Failure } from '../../ui/empty-state.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Name } from '../../ui/name.tsx'
import { PassArt } from '../../ui/pass-art.tsx'
import { actionOf, coinOf, LogInFirst, TermsBill } from '../payments/index.ts'
import { TransactionDialog } from '../wallet/index.ts'
import type { Unlocking } from './unlock.ts'

type Props = { of: Unlocking; onClose: () => void }

/** The invoice first, then the payment. The contract takes an invoice once per wallet, whatever happens on the way. */
export function UnlockDialog({ of: post, onClose }: Props) {
  return useMe() ? <AskInvoice of={post} onClose={onClose} /> : <LogInFirst title="Unlock this post" onClose={onClose} />
}

function AskInvoice({ of: post, onClose }: Props) {
  const key = useRef(crypto.randomUUID())
  const invoice = useQuery({
    queryKey: ['invoice', post.postId, key.current],
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
    queryFn: () => api('POST /api/posts/:postId/purchase', { postId: post.postId }, { idempotencyKey: key.current }),
  })
  if (invoice.data) return <PayInvoice invoice={invoice.data} onClose={onClose} />
  return (
    <Dialog title="Unlock this post" onClose={onClose}>
      {invoice.error ? (
        <Failure error={invoice.error} onRetry={() => void invoice.refetch()} />
      ) : (
        <span className="spinner" role="status" aria-label="Loading" />
      )}
    </Dialog>
  )
}

const opened = ['GET /api/feed', 'GET /api/profiles/:handle/posts', 'GET /api/posts/:postId', 'GET /api/me/purchases', 'balance'] as const

function PayInvoice({ invoice: { postId, seller, terms }, onClose }: { invoice: Invoice; onClose: () => void }) {
  const queries = useQueryClient()
  const refresh = () => void invalidate(queries, ...opened)
  const carriedOut = async () => {
    const { items } = await api('GET /api/me/purchases', { limit: 10 })
    return items.find((one) => one.postId === postId && one.state !== 'reversed')?.txHash ?? null
  }
  return (
    <TransactionDialog
      title="Unlock this post"
      request={{
        action: actionOf(terms, 'once'),
        costWei: BigInt(terms.gross.amount),
        coin: coinOf(terms),
        carriedOut,
        done: `The post of ${seller.name} is open`,
        onConfirmed: () => askTwice(refresh),
      }}
      confirm={`Pay ${money(terms.gross)}`}
      success={{
        title: 'It is open.',
        text: `You have paid for this post once, and it stays open for you.`,
        action: (
          <button type="button" className="btn pri wide" onClick={onClose}>
            Open the post
          </button>
        ),
      }}
      onClose={onClose}
    >
      <TermsBill terms={terms} name={seller.name}>
        <div className="ticket">
          <PassArt handle={seller.handle} />
          <Icon name="lock" />
          <div>
            <b>
              A post by <Name>{seller.name}</Name>
            </b>
            <small>paid once, open for good</small>
          </div>
        </div>
      </TermsBill>
    </TransactionDialog>
  )
}
