import type { ReactNode } from 'react'
import { useConfig } from '../../lib/session.ts'
import { mayLeave } from '../../lib/wallet/transaction.ts'
import type { TransactionRequest } from '../../lib/wallet/transaction-flow.ts'
import { useTransaction } from '../../lib/wallet/use-transaction.ts'
import { Dialog } from '../../ui/dialog.tsx'
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

/** Any money action, from what it costs to what it opened. Each step says what is going on and has one next thing to do. */
export function TransactionDialog({ title, request, confirm, children, success, onClose, onStale }: TransactionDialogProps) {
  const { flow, step, payer } = useTransaction(request)
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
      <div className="wallet-tx">
        {!isDone && children}
        <StepNotice step={step} setting={setting} done={success} />
        <TransactionNeeds step={step} flow={flow} payer={payer} coin={request.coin} />
      </div>
    </Dialog>
  )
}
