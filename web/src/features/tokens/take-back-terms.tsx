import type { TokenView } from '@corefans/shared/contracts/tokens.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useConfig } from '../../lib/session.ts'
import { core } from '../../lib/wallet/amount.ts'
import { Bill, BillLine } from '../../ui/bill.tsx'
import { TransactionDialog } from '../wallet/index.ts'
import { refreshTokens } from './token-queries.ts'
import { NetworkFee } from './true-cost.tsx'

/** Ends the terms that the owner has signed, for every copy of them: the signature alone would hold for years. */
export function TakeBackTerms({ token }: { token: TokenView }) {
  const [isOpen, setOpen] = useState(false)
  const queries = useQueryClient()
  const contracts: Readonly<Record<string, string>> = useConfig()?.chain.contracts ?? {}
  const tokenFactory = contracts['tokenFactory'] as `0x${string}` | undefined
  if (!tokenFactory) return null
  const close = () => setOpen(false)
  return (
    <section aria-label="Your signature" className="token-fees">
      <p>
        You signed ${token.terms?.symbol}. Until <b>somebody buys</b> you can take that back.
      </p>
      <button type="button" className="btn sec" onClick={() => setOpen(true)}>
        Take it back
      </button>
      {isOpen && (
        <TransactionDialog
          title="Take my terms back"
          request={{
            action: { does: 'revokeTerms', with: { tokenFactory } },
            costWei: 0n,
            done: 'Your signature no longer counts',
            onConfirmed: () => refreshTokens(queries),
          }}
          confirm="Take it back"
          success={{
            title: 'Void.',
            text: 'Nobody can bring your token to the chain with what you signed before. You may sign again.',
            action: (
              <button type="button" className="btn pri" onClick={close}>
                Done
              </button>
            ),
          }}
          onClose={close}
        >
          <Bill label="What it costs">
            <NetworkFee />
            <BillLine kind="sum" name="You pay" value={core(0n)} />
          </Bill>
          <p className="muted small">Opening a fair launch does the same by itself.</p>
        </TransactionDialog>
      )}
    </section>
  )
}
