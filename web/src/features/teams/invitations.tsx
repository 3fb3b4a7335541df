import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '../../lib/api.ts'
import { sentenceOf } from '../../lib/problem.ts'
import { invalidate } from '../../lib/query.ts'
import { Name } from '../../ui/name.tsx'
import { toast } from '../../ui/toast.ts'
import { invitationsQuery, teamsQuery } from './teams.ts'

/** Teams that ask this person to join. */
export function Invitations() {
  const queries = useQueryClient()
  const asked = useQuery(invitationsQuery)
  const answer = useMutation({
    mutationFn: (given: { invitationId: string; accept: boolean }) => api('POST /api/me/invitations/:invitationId', given),
    onSuccess: async (teams) => {
      queries.setQueryData(teamsQuery.queryKey, teams)
      await invalidate(queries, 'GET /api/me/invitations')
    },
    onError: (error) => toast(sentenceOf(error)),
  })
  if (!asked.data || asked.data.items.length === 0) return null
  return (
    <section aria-label="Invitations">
      <h2 className="section-title">Invitations</h2>
      <ul className="rows">
        {asked.data.items.map(({ id, account, role, inviter }) => (
          <li key={id}>
            <div>
              <b>
                Team of <Name>{account.name}</Name>
              </b>
              <small>
                as {role}
                {inviter && `, asked by @${inviter.handle}`}
              </small>
            </div>
            <button type="button" className="btn ghost slim" onClick={() => answer.mutate({ invitationId: id, accept: false })}>
              Decline
            </button>
            <button type="button" className="btn pri slim" onClick={() => answer.mutate({ invitationId: id, accept: true })}>
              Join
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
