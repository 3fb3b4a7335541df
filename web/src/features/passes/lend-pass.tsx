import type { HoldingView } from '@corefans/shared/contracts/passes.ts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { loadEngine } from '../../lib/wallet/load-engine.ts'
import { TextField } from '../../ui/field.tsx'
import { Time } from '../../ui/time.tsx'
import { TransactionDialog } from '../wallet/index.ts'
import { Done } from './done.tsx'
import { HandoverBill } from './handover-bill.tsx'
import { localText, whyNotUntil } from './loan-time.ts'
import { FindReceiver, type Receiver } from './receiver.tsx'
import { refreshPasses } from './refresh-passes.ts'

type Props = { holding: HoldingView; onClose: () => void }

const weekendMs = 3 * 86_400_000

/** Lends a pass to somebody by handle until a time. It comes back by itself: nobody has to do anything. */
export function LendPass({ holding, onClose }: Props) {
  const [to, setTo] = useState<Receiver | null>(null)
  const [typed, setTyped] = useState<string | null>(null)
  // A loan ends by the chain's clock, so it is measured by it too.
  const clock = useQuery({
    queryKey: ['chain-now'],
    gcTime: 0,
    queryFn: async () => Number(await (await loadEngine()).chainNowS()) * 1_000,
  })
  const now = clock.data
  const until = typed ?? (now === undefined ? '' : localText(now + weekendMs))
  const why = now === undefined ? undefined : whyNotUntil(until, now, holding.expiresAt)
  if (to) return <Lend holding={holding} to={to} untilMs={Date.parse(until)} onClose={onClose} />
  return (
    <FindReceiver
      title={`Lend ${holding.tier.name}`}
      words="Until then they open what it opens, and you do not. The pass stays yours; they cannot sell it or pass it on, and it comes back by itself."
      isGood={now !== undefined && !why}
      onFound={setTo}
      onClose={onClose}
    >
      <TextField
        label="Until"
        type="datetime-local"
        value={until}
        error={why}
        hint="While it is lent you cannot sell it, give it away or call it back."
        onChange={(event) => setTyped(event.target.value)}
      />
    </FindReceiver>
  )
}

function Lend({ holding, to, untilMs, onClose }: Props & { to: Receiver; untilMs: number }) {
  const queries = useQueryClient()
  const { tier, owner, tokenId } = holding
  const until = new Date(untilMs).toISOString()
  const loan = { id: BigInt(tokenId), to: to.address as `0x${string}`, untilS: BigInt(Math.floor(untilMs / 1_000)) }
  return (
    <TransactionDialog
      title={`Lend to @${to.handle}`}
      request={{
        action: { does: 'lendPass', with: { pass: tier.collection as `0x${string}`, ...loan } },
        costWei: 0n,
        from: owner,
        done: `@${to.handle} has your pass for now`,
        onConfirmed: () => refreshPasses(queries),
      }}
      confirm={`Lend it to @${to.handle}`}
      success={{
        title: 'Lent.',
        text: `@${to.handle} opens what “${tier.name}” opens. It comes back to you by itself.`,
        action: <Done onClose={onClose} />,
      }}
      onClose={onClose}
    >
      <HandoverBill holding={holding} to={to}>
        <div>
          <dt>Until</dt>
          <dd>
            <Time iso={until} as="full" />
          </dd>
        </div>
      </HandoverBill>
      <p className="muted small">Only @{to.handle} can end it earlier. A listing or an offer that names this pass dies now.</p>
    </TransactionDialog>
  )
}
