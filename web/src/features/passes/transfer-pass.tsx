import type { HoldingView } from '@corefans/shared/contracts/passes.ts'
import { limits } from '@corefans/shared/values/limits.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../lib/api.ts'
import { TextField } from '../../ui/field.tsx'
import { TransactionDialog } from '../wallet/index.ts'
import { Done } from './done.tsx'
import { HandoverBill } from './handover-bill.tsx'
import { FindReceiver, type Receiver } from './receiver.tsx'
import { refreshPasses } from './refresh-passes.ts'

type Props = { holding: HoldingView; onClose: () => void }

/** Gives a pass to somebody by handle, with a word if the giver has one. First whom, with the address; then the wallet. */
export function TransferPass({ holding, onClose }: Props) {
  const [to, setTo] = useState<Receiver | null>(null)
  const [note, setNote] = useState('')
  const { tier, tokenId } = holding
  if (to) return <Give holding={holding} to={to} note={note.trim()} onClose={onClose} />
  // The word waits at CoreFans for the transfer; an empty one takes back what was written before.
  const keepNote = async (found: Receiver) => {
    const which = { collection: tier.collection as `0x${string}`, tokenId }
    await api('PUT /api/me/passes/:collection/:tokenId/note', { ...which, handle: found.handle, note: note.trim() })
    setTo(found)
  }
  return (
    <FindReceiver
      title={`Give away ${tier.name}`}
      words="The pass and all that it opens go to somebody else. What you have seen with it locks for you at once."
      onFound={keepNote}
      onClose={onClose}
    >
      <TextField
        label="A word with it, if you like"
        value={note}
        maxLength={limits.note}
        hint="Only they read it, in their notifications."
        onChange={(event) => setNote(event.target.value)}
      />
    </FindReceiver>
  )
}

function Give({ holding, to, note, onClose }: Props & { to: Receiver; note: string }) {
  const queries = useQueryClient()
  const { tier, owner, tokenId } = holding
  return (
    <TransactionDialog
      title={`Give to @${to.handle}`}
      request={{
        action: {
          does: 'transferPass',
          with: { pass: tier.collection as `0x${string}`, id: BigInt(tokenId), to: to.address as `0x${string}` },
        },
        costWei: 0n,
        from: owner,
        done: `@${to.handle} has your pass now`,
        onConfirmed: () => refreshPasses(queries),
      }}
      confirm={`Give it to @${to.handle}`}
      success={{
        title: 'Given away.',
        text: `“${tier.name}” belongs to @${to.handle} now.`,
        action: <Done onClose={onClose} />,
      }}
      onClose={onClose}
    >
      <HandoverBill holding={holding} to={to} />
      {note && <blockquote className="pass-said">{note}</blockquote>}
      <p className="muted small">This cannot be taken back; only @{to.handle} could give it back.</p>
    </TransactionDialog>
  )
}
