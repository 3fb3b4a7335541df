import type { TokenView } from '@corefans/shared/contracts/tokens.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { core } from '../../lib/wallet/amount.ts'
import { TransactionDialog } from '../wallet/index.ts'
import { refreshTokens } from './token-queries.ts'

/** What trades have set aside for the owner of a token, and the way to have it paid out. */
export function CollectFees({ token }: { token: TokenView }) {
  const [open, setOpen] = useState<string | null>(null)
  const queries = useQueryClient()
  const waiting = BigInt(token.creatorOwedWei)
  const close = () => setOpen(null)
  return (
    <section aria-label="Your fees" className="token-fees">
      <p>
        Your part of the trades: <b className="num">{core(waiting)}</b> waiting
      </p>
      <button type="button" className="btn sec" disabled={waiting === 0n} onClick={() => setOpen(core(waiting))}>
        Collect
      </button>
      {open && (
        <TransactionDialog
          title="Collect my fees"
          request={{
            action: { does: 'claimTokenFees', with: { token: token.address as `0x${string}` } },
            costWei: 0n,
            done: `${open} collected`,
            onConfirmed: () => refreshTokens(queries),
          }}
          confirm={`Collect ${open}`}
          success={{
            title: 'Paid out.',
            text: `${open} went to the wallet that receives your fees.`,
            action: (
              <button type="button" className="btn pri" onClick={close}>
                Done
              </button>
            ),
          }}
          onClose={close}
        >
          <p>The token pays what it has set aside for you. What CoreFans is owed goes out in the same transaction; the reserve stays.</p>
        </TransactionDialog>
      )}
    </section>
  )
}
