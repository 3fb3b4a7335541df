import type { HoldingView } from '@corefans/shared/contracts/passes.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { api } from '../../lib/api.ts'
import { ApiProblem, fieldErrors, sentenceOf } from '../../lib/problem.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/field.tsx'
import { shortAddress, TransactionDialog } from '../wallet/index.ts'
import { refreshPasses } from './refresh-passes.ts'

type Props = { holding: HoldingView; onClose: () => void }
type Receiver = { handle: string; address: string }

/** Gives a pass to somebody by handle. First whom, with the address it goes to; then the wallet. */
export function TransferPass({ holding, onClose }: Props) {
  const [to, setTo] = useState<Receiver | null>(null)
  return to ? <Give holding={holding} to={to} onClose={onClose} /> : <Whom holding={holding} onFound={setTo} onClose={onClose} />
}

function Whom({ holding, onFound, onClose }: Props & { onFound: (to: Receiver) => void }) {
  const [handle, setHandle] = useState('')
  const find = useMutation({ mutationFn: (name: string) => api('GET /api/profiles/:handle/wallet', { handle: name }), onSuccess: onFound })
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    const name = handle.trim().replace(/^@/, '')
    if (name && !find.isPending) find.mutate(name)
  }
  return (
    <Dialog title={`Give away ${holding.tier.name}`} onClose={onClose}>
      <form className="form" onSubmit={onSubmit}>
        <p>The pass and all that it opens go to somebody else. What you have seen with it locks for you at once.</p>
        <TextField
          label="To whom"
          placeholder="@handle"
          autoCapitalize="none"
          spellCheck={false}
          value={handle}
          error={find.error ? whyNot(find.error) : undefined}
          onChange={(event) => setHandle(event.target.value)}
        />
        <button type="submit" className="btn pri wide" disabled={!handle.trim() || find.isPending}>
          {find.isPending ? 'Looking …' : 'Go on'}
        </button>
      </form>
    </Dialog>
  )
}

function whyNot(error: unknown): string {
  if (fieldErrors(error)['handle']) return 'That is not a handle'
  if (error instanceof ApiProblem && error.type === 'profiles/unknown') return 'Nobody here has this handle'
  if (error instanceof ApiProblem && error.type === 'passes/no-wallet') return 'They have no wallet yet, so there is no place to send it'
  return sentenceOf(error)
}

function Give({ holding, to, onClose }: Props & { to: Receiver }) {
  const queries = useQueryClient()
  const { tier, owner, tokenId, serial } = holding
  return (
    <TransactionDialog
      title={`Give to @${to.handle}`}
      order={{
        deed: {
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
        action: (
          <button type="button" className="btn pri" onClick={onClose}>
            Done
          </button>
        ),
      }}
      onClose={onClose}
    >
      <dl className="bill num">
        <div>
          <dt>Pass</dt>
          <dd>
            {tier.name}, no. {serial}
          </dd>
        </div>
        <div>
          <dt>To</dt>
          <dd title={to.address}>
            @{to.handle} · {shortAddress(to.address)}
          </dd>
        </div>
        <div className="sum">
          <dt>You pay</dt>
          <dd>Nothing</dd>
        </div>
      </dl>
      <p className="muted small">This cannot be taken back; only @{to.handle} could give it back.</p>
    </TransactionDialog>
  )
}
