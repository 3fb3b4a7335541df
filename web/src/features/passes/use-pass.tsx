import type { HeldView } from '@corefans/shared/contracts/passes.ts'
import { useQueryClient } from '@tanstack/react-query'
import { TransactionDialog } from '../wallet/index.ts'
import { Done } from './done.tsx'
import { refreshPasses } from './refresh-passes.ts'

type Props = { holding: HeldView; onClose: () => void }

/** Spends the one use of a pass. */
export function UsePass({ holding: { tier, tokenId, owner, serial }, onClose }: Props) {
  const queries = useQueryClient()
  return (
    <TransactionDialog
      title={`Use ${tier.name}`}
      request={{
        action: { does: 'consumePass', with: { pass: tier.collection as `0x${string}`, id: BigInt(tokenId) } },
        costWei: 0n,
        from: owner,
        done: `“${tier.name}” is used`,
        onConfirmed: () => refreshPasses(queries),
      }}
      confirm="Use it now"
      success={{
        title: 'Used.',
        text: `${tier.creator.name} is told that you used “${tier.name}”, no. ${serial}.`,
        action: <Done onClose={onClose} />,
      }}
      onClose={onClose}
    >
      <p>It is good for one use, and this is it: what it opens locks for good.</p>
      <p className="muted small">The network keeps the proof, with the time. This cannot be undone.</p>
    </TransactionDialog>
  )
}
