import type { SplitView } from '@corefans/shared/contracts/teams.ts'
import { useQueryClient } from '@tanstack/react-query'
import { invalidate } from '../../lib/query.ts'
import { TransactionDialog } from '../wallet/index.ts'

/** Sends everyone in a split what is due to them in the chain's own coin; anyone may ask for it. */
export function DivideSplit({ split, onClose }: { split: SplitView; onClose: () => void }) {
  const queries = useQueryClient()
  const refresh = () => void invalidate(queries, 'GET /api/me/teams')
  return (
    <TransactionDialog
      title="Divide now"
      request={{
        action: { does: 'distribute', with: { split: split.address as `0x${string}` } },
        costWei: 0n,
        done: 'The split was divided',
        onConfirmed: () => {
          refresh()
          setTimeout(refresh, 2_000)
        },
      }}
      confirm="Divide"
      success={{
        title: 'Divided.',
        text: 'Everyone was sent their share.',
        action: (
          <button type="button" className="btn pri wide" onClick={onClose}>
            Done
          </button>
        ),
      }}
      onClose={onClose}
    >
      <p>All CORE in this split goes to its people by their shares. Who cannot be paid keeps the share there and holds up nobody.</p>
    </TransactionDialog>
  )
}
