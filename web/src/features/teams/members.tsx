import type { Invitation, TeamMember, TeamRole, TeamView } from '@corefans/shared/contracts/teams.ts'
import { useMe } from '../../lib/session.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Name } from '../../ui/name.tsx'
import { mayGive } from './roles.ts'
import { useTeam } from './use-team.ts'

/** Who is in the team, and who has been asked; what one may not change is shown plain. */
export const Members = ({ team }: { team: TeamView }) => (
  <ul className="rows">
    {team.members.map((member) => (
      <Member key={member.person.id} team={team} member={member} />
    ))}
    {team.invitations.map((invitation) => (
      <Invited key={invitation.id} team={team} invitation={invitation} />
    ))}
  </ul>
)

function Member({ team, member: { person, role } }: { team: TeamView; member: TeamMember }) {
  const me = useMe()
  const change = useTeam('PUT /api/teams/:teamId/members/:handle')
  const remove = useTeam('DELETE /api/teams/:teamId/members/:handle')
  const given = mayGive(team.role)
  const isMe = person.id === me?.id
  const isHolder = person.id === team.account.id
  const mayChange = given.includes(role) && !isMe && !isHolder
  const at = { teamId: team.id, handle: person.handle }
  return (
    <li>
      <Avatar person={person} size={36} />
      <div>
        <b>
          <Name>{person.name}</Name>
        </b>
        <small>@{person.handle}</small>
      </div>
      {mayChange ? (
        <select
          className="input slim"
          aria-label={`Role of ${person.name}`}
          value={role}
          onChange={(event) => change.mutate({ ...at, role: event.target.value as TeamRole })}
        >
          {given.map((one) => (
            <option key={one}>{one}</option>
          ))}
        </select>
      ) : (
        <span className="muted">{role}</span>
      )}
      {(mayChange || (isMe && !isHolder)) && (
        <button
          type="button"
          className="icb"
          aria-label={isMe ? 'Leave this team' : `Remove ${person.name}`}
          onClick={() => remove.mutate(at)}
        >
          <Icon name={isMe ? 'out' : 'trash'} />
        </button>
      )}
    </li>
  )
}

function Invited({ team, invitation: { id, invitee, role } }: { team: TeamView; invitation: Invitation }) {
  const withdraw = useTeam('DELETE /api/teams/:teamId/invitations/:invitationId')
  return (
    <li>
      <Avatar person={invitee} size={36} />
      <div>
        <b>
          <Name>{invitee.name}</Name>
        </b>
        <small>asked to join as {role}</small>
      </div>
      {mayGive(team.role).includes(role) && (
        <button type="button" className="btn ghost slim" onClick={() => withdraw.mutate({ teamId: team.id, invitationId: id })}>
          Take back
        </button>
      )}
    </li>
  )
}
