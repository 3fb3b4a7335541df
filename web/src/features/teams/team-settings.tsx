import type { TeamView } from '@corefans/shared/contracts/teams.ts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { actFor } from '../../lib/acting.ts'
import { api } from '../../lib/api.ts'
import { sentenceOf } from '../../lib/problem.ts'
import { invalidate } from '../../lib/query.ts'
import { useMe } from '../../lib/session.ts'
import { Blank, Failure } from '../../ui/empty-state.tsx'
import { Loading } from '../../ui/skeletons.tsx'
import { toast } from '../../ui/toast.ts'
import { Invitations } from './invitations.tsx'
import { InviteForm } from './invite-form.tsx'
import { Members } from './members.tsx'
import { Splits } from './splits.tsx'
import { teamsQuery } from './teams.ts'

/** The people who help to run this account, and the accounts this person helps to run. */
export function TeamSettings() {
  const me = useMe()
  const teams = useQuery(teamsQuery)
  if (teams.error) return <Failure error={teams.error} onRetry={() => void teams.refetch()} />
  if (!teams.data) return <Loading rows={2} />
  const { items } = teams.data
  return (
    <div className="team-page">
      <Invitations />
      {items.map((team) => (
        <Team key={team.id} team={team} isMine={team.account.id === me?.id} />
      ))}
      {!items.some((team) => team.account.id === me?.id) && <Begin />}
    </div>
  )
}

function Begin() {
  const queries = useQueryClient()
  const begin = useMutation({
    mutationFn: () => api('POST /api/teams', {}),
    onSuccess: () => invalidate(queries, 'GET /api/me/teams'),
    onError: (error) => toast(sentenceOf(error)),
  })
  return (
    <Blank title="You run this account alone">
      <p className="muted">Invite writers, moderators and others, each with a role, and divide what you earn on chain.</p>
      <button type="button" className="btn pri" disabled={begin.isPending} onClick={() => begin.mutate()}>
        Begin a team
      </button>
    </Blank>
  )
}

const Team = ({ team, isMine }: { team: TeamView; isMine: boolean }) => (
  <section className="team" aria-label={`Team of ${team.account.name}`}>
    <header className="team-head">
      <div>
        <h2>{isMine ? 'Your team' : team.account.name}</h2>
        <small className="muted">
          @{team.account.handle} · you are {team.role}
        </small>
      </div>
      {!isMine && <ActFor team={team} />}
    </header>
    <Members team={team} />
    <InviteForm team={team} />
    <Splits team={team} isMine={isMine} />
  </section>
)

function ActFor({ team: { account, role } }: { team: TeamView }) {
  const onClick = () => {
    actFor({ id: account.id, handle: account.handle, name: account.name, role })
    window.location.assign(`/@${account.handle}`)
  }
  return (
    <button type="button" className="btn sec slim" onClick={onClick}>
      Act as @{account.handle}
    </button>
  )
}
