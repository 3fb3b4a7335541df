import type { HeldView } from '@corefans/shared/contracts/passes.ts'
import { useQueryClient } from '@tanstack/react-query'
import { TransactionDialog } from '../wallet/index.ts'
import { Done } from './done.tsx'
import { refreshPasses } from './refresh-passes.ts'

type Props = { holding: HeldView; onClose: () => void }

/** Gives a borrowed pass back before its time. */
export function ReturnPass({ holding: { tier, tokenId, loan }, onClose }: Props) {
  const queries = useQueryClient()
  const lender = loan?.other ? `@${loan.other.handle}` : 'its owner'
  return (
    <TransactionDialog
      title={`Give ${tier.name} back`}
      request={{
        action: { does: 'returnPass', with: { pass: tier.collection as `0x${string}`, id: BigInt(tokenId) } },
        costWei: 0n,
        from: loan?.to,
        done: 'The pass is back with its owner',
        onConfirmed: () => refreshPasses(queries),
      }}
      confirm="Give it back"
      success={{ title: 'Given back.', text: `“${tier.name}” opens for ${lender} again.`, action: <Done onClose={onClose} /> }}
      onClose={onClose}
    >
      <p>What it opens locks for you at once, and opens for {lender}. It would come back by itself too.</p>
    </TransactionDialog>
  )
}
