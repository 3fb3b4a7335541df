import type { TipIntent } from '@corefans/shared/contracts/tips.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useId, useRef } from 'react'
import { api } from '../../lib/api.ts'
import { money } from '../../lib/format.ts'
import { sentenceOf } from '../../lib/problem.ts'
import { invalidate } from '../../lib/query.ts'
import { useMe } from '../../lib/session.ts'
import { useStore } from '../../lib/store.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { amountIn } from '../../ui/price-field.tsx'
import { actionOf, coinOf, LogInFirst, TermsBill } from '../payments/index.ts'
import { TransactionDialog } from '../wallet/index.ts'
import { tipDraft } from './tip-draft.ts'
import { TipForm } from './tip-form.tsx'
import type { Tipping } from './tipping.ts'

type Props = { of: Tipping; onClose: () => void }

/** From an amount to money in somebody's wallet. The promise is made first: it fixes where the tip goes and names it on chain. */
export function TipDialog({ of: whom, onClose }: Props) {
  return useMe() ? <PromiseTip of={whom} onClose={onClose} /> : <LogInFirst title={`Tip ${whom.name}`} onClose={onClose} />
}

function PromiseTip({ of: whom, onClose }: Props) {
  const form = useId()
  const price = useStore(tipDraft)
  const key = useRef({ of: '', is: crypto.randomUUID() })
  const promise = useMutation({
    mutationFn: (amount: string) => {
      const { currency } = price
      const of = `${amount} ${currency}`
      // The same click twice is the same promise; another amount is another.
      if (key.current.of !== of) key.current = { of, is: crypto.randomUUID() }
      const { handle, postId } = whom
      return api('POST /api/tips', { handle, currency, amount, ...(postId ? { postId } : {}) }, { idempotencyKey: key.current.is })
    },
  })
  if (promise.data) return <PayTip intent={promise.data} onClose={onClose} />
  return (
    <Dialog
      title={`Tip ${whom.name}`}
      onClose={onClose}
      footer={
        <button type="submit" form={form} className="btn pri wide" disabled={promise.isPending || amountIn(price) === null}>
          Continue
        </button>
      }
    >
      <TipForm id={form} onAmount={(amount) => promise.mutate(amount)} problem={promise.error && sentenceOf(promise.error)} />
    </Dialog>
  )
}

function PayTip({ intent: { id, payee, terms }, onClose }: { intent: TipIntent; onClose: () => void }) {
  const queries = useQueryClient()
  const carriedOut = async () => {
    const { state, tip } = await api('GET /api/tips/:intentId', { intentId: id })
    return state === 'seen' || state === 'confirmed' ? (tip?.txHash ?? null) : null
  }
  const onConfirmed = () => {
    tipDraft.set({ ...tipDraft.get(), text: '' })
    void invalidate(queries, 'balance', 'GET /api/me/tips')
  }
  const request = { action: actionOf(terms, 'tip'), costWei: BigInt(terms.gross.amount), coin: coinOf(terms), carriedOut, onConfirmed }
  return (
    <TransactionDialog
      title={`Tip ${payee.name}`}
      request={{ ...request, done: `${payee.name} has your tip of ${money(terms.gross)}` }}
      confirm={`Tip ${money(terms.gross)}`}
      success={{
        title: 'Thank you.',
        text: `${money(terms.net)} went straight to ${payee.name}.`,
        action: (
          <button type="button" className="btn pri wide" onClick={onClose}>
            Done
          </button>
        ),
      }}
      onClose={onClose}
    >
      <TermsBill terms={terms} name={payee.name} />
    </TransactionDialog>
  )
}
