import type { Share } from '@corefans/chain/actions/splits.ts'
import type { TeamView } from '@corefans/shared/contracts/teams.ts'
import { useQueries, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { invalidate, read } from '../../lib/query.ts'
import { useConfig } from '../../lib/session.ts'
import { AmountField, percentUnit } from '../../ui/amount-field.tsx'
import { TransactionDialog } from '../wallet/index.ts'
import { bpsOf, whyNotSplit } from './shares.ts'

/** New shares of the team's members. They must be a whole: the contract refuses anything else, and so does this form before. */
export function SplitForm({ team, onDone }: { team: TeamView; onDone: () => void }) {
  const [texts, setTexts] = useState<Record<string, string>>({})
  const [shares, setShares] = useState<Share[] | null>(null)
  const people = team.members.map(({ person }) => person)
  const wallets = useQueries({
    queries: people.map(({ handle }) => ({ ...read('GET /api/profiles/:handle/wallet', { handle }), retry: false })),
  })
  const rows = people.map((person, index) => ({
    person,
    address: wallets[index]?.data?.address ?? null,
    bps: bpsOf(texts[person.id] ?? ''),
  }))
  const chosen = rows.filter(({ bps }) => bps !== 0)
  const whyNot = whyNotSplit(chosen)
  const make = () => setShares(chosen.map(({ address, bps }) => ({ account: address as `0x${string}`, bps: bps ?? 0 })))
  return (
    <div className="form team-split-form">
      {rows.map(({ person, address, bps }) => (
        <AmountField
          key={person.id}
          label={`${person.name}, share in %`}
          text={texts[person.id] ?? ''}
          unit={percentUnit}
          hint={address ? undefined : 'Has no wallet yet, so cannot have a share'}
          error={bps === null ? 'A percentage from 0 to 100' : undefined}
          onText={(text) => setTexts({ ...texts, [person.id]: text })}
        />
      ))}
      <p className="muted" role="status">
        {whyNot ?? 'The shares are a whole.'}
      </p>
      <div className="buttons">
        <button type="button" className="btn ghost" onClick={onDone}>
          Cancel
        </button>
        <button type="button" className="btn pri" disabled={whyNot !== null} onClick={make}>
          Make this split
        </button>
      </div>
      {shares && <MakeSplit shares={shares} onClose={() => setShares(null)} onDone={onDone} />}
    </div>
  )
}

function MakeSplit({ shares, onClose, onDone }: { shares: Share[]; onClose: () => void; onDone: () => void }) {
  const queries = useQueryClient()
  const splitFactory = useConfig()?.chain.contracts.splitFactory as `0x${string}` | undefined
  if (!splitFactory) return null
  const refresh = () => void invalidate(queries, 'GET /api/me/teams')
  return (
    <TransactionDialog
      title="New split"
      request={{
        action: { does: 'createSplit', with: { splitFactory, shares } },
        costWei: 0n,
        done: 'The split stands on chain',
        onConfirmed: () => {
          refresh()
          setTimeout(refresh, 2_000)
        },
      }}
      confirm="Make it"
      success={{
        title: 'It stands.',
        text: 'The split is on chain. Choose “Use it for earnings” to have tips sent there.',
        action: (
          <button type="button" className="btn pri wide" onClick={onDone}>
            Done
          </button>
        ),
      }}
      onClose={onClose}
    >
      <p>Its shares can never be changed; another split can be made at any time.</p>
    </TransactionDialog>
  )
}
