import type { SplitView, TeamView } from '@corefans/shared/contracts/teams.ts'
import { useState } from 'react'
import { money } from '../../lib/format.ts'
import { shortAddress } from '../wallet/index.ts'
import { DivideSplit } from './divide-split.tsx'
import { mayPayOut } from './roles.ts'
import { SplitForm } from './split-form.tsx'
import { useTeam } from './use-team.ts'

/** How the account's earnings are divided on chain: every member sees it. */
export function Splits({ team, isMine }: { team: TeamView; isMine: boolean }) {
  const [isMaking, setMaking] = useState(false)
  const payout = useTeam('PUT /api/teams/:teamId/payout')
  const send = (split: string | null) => payout.mutate({ teamId: team.id, split: split as `0x${string}` | null })
  return (
    <section aria-label="Splits" className="team-splits">
      <h3>Splits</h3>
      <p className="muted small">
        A split divides what it receives among fixed shares. Its terms are on chain and nobody can change them. Tips and unlocked posts go
        to the one in use; without one they go to the account's wallet.
      </p>
      {team.splits.map((split) => (
        <Split key={split.address} split={split} mayChoose={mayPayOut(team.role)} onChoose={send} />
      ))}
      {isMine && !isMaking && team.members.length > 1 && (
        <button type="button" className="btn sec" onClick={() => setMaking(true)}>
          New split
        </button>
      )}
      {isMaking && <SplitForm team={team} onDone={() => setMaking(false)} />}
    </section>
  )
}

type Props = { split: SplitView; mayChoose: boolean; onChoose: (split: string | null) => void }

function Split({ split, mayChoose, onChoose }: Props) {
  const [isDividing, setDividing] = useState(false)
  return (
    <div className="team-split" data-used={split.isPayout}>
      <ul className="rows num">
        {split.shares.map(({ recipient, person, shareBps, released }) => (
          <li key={recipient}>
            <div>
              <b>{person?.name ?? shortAddress(recipient)}</b>
              <small>{released.length > 0 ? `sent ${released.map(money).join(', ')}` : 'nothing sent yet'}</small>
            </div>
            <b>{shareBps / 100} %</b>
          </li>
        ))}
      </ul>
      <div className="buttons">
        <small className="muted num">{shortAddress(split.address)}</small>
        <button type="button" className="btn ghost slim" onClick={() => setDividing(true)}>
          Divide now
        </button>
        {mayChoose && (
          <button type="button" className="btn sec slim" onClick={() => onChoose(split.isPayout ? null : split.address)}>
            {split.isPayout ? 'Stop using it' : 'Use it for earnings'}
          </button>
        )}
      </div>
      {isDividing && <DivideSplit split={split} onClose={() => setDividing(false)} />}
    </div>
  )
}
