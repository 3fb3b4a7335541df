import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useEffect, useRef } from 'react'
import { useConfig } from '../../lib/session.ts'
import { mayLeave, type Step } from '../../lib/wallet/transaction.ts'
import type { TransactionRequest } from '../../lib/wallet/transaction-flow.ts'
import { useTransaction } from '../../lib/wallet/use-transaction.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { forgetWallets } from './forget-wallets.ts'
import { shortAddress } from './short-address.ts'
import { StepNotice } from './step-notice.tsx'
import { actionFor } from './transaction-actions.tsx'
import { TransactionNeeds } from './transaction-needs.tsx'

export type TransactionDialogProps = {
  title: string
  /** Give the dialog a new key when the request changes. */
  request: TransactionRequest
  /** The words on the button that spends. */
  confirm: string
  /** What is agreed to: shown until it is done. */
  children: ReactNode
  success: { title: string; text: string; action: ReactNode }
  onClose: () => void
  /** The chain's terms are no longer those shown: read them again. */
  onStale?: (() => void) | undefined
}

/** Whoever pays first with a wallet made here has one everywhere. */
function useNewWallet(address: string | undefined) {
  const queries = useQueryClient()
  const first = useRef(address)
  useEffect(() => {
    if (address && address !== first.current) forgetWallets(queries)
  }, [address, queries])
}

/** The next thing to press has the focus, unless somebody is typing: with the keyboard a payment is one key after another. */
function useNextFocus(at: Step['at']) {
  const here = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const dialog = here.current?.closest('dialog')
    const isTyping = document.activeElement instanceof HTMLInputElement
    if (at && dialog && !isTyping) dialog.querySelector<HTMLElement>('.dlg-foot .btn.pri')?.focus()
  }, [at])
  return here
}

/** Any money action, from what it costs to what it opened. Each step says what is going on and has one next thing to do. */
export function TransactionDialog({ title, request, confirm, children, success, onClose, onStale }: TransactionDialogProps) {
  const { flow, step, payer } = useTransaction(request)
  useNewWallet(payer?.address)
  const here = useNextFocus(step.at)
  const chain = useConfig()?.chain ?? { id: 0, name: 'another network' }
  const setting = { payer: payer && shortAddress(payer.address), kind: payer?.kind ?? null, chain, coin: request.coin }
  const isDone = step.at === 'confirmed'
  return (
    <Dialog
      title={title}
      onClose={onClose}
      mayClose={() => mayLeave(step)}
      footer={isDone ? success.action : actionFor({ step, flow, confirm, onClose, onStale })}
    >
      <div className="wallet-tx" ref={here}>
        {!isDone && children}
        <StepNotice step={step} setting={setting} done={success} />
        <TransactionNeeds step={step} flow={flow} payer={payer} coin={request.coin} />
      </div>
    </Dialog>
  )
}
