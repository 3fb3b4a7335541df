import type { TeamRole, TeamView } from '@corefans/shared/contracts/teams.ts'
import { type FormEvent, useId, useState } from 'react'
import { TextField } from '../../ui/field.tsx'
import { mayGive, roles } from './roles.ts'
import { useTeam } from './use-team.ts'

/** Asks somebody to join. */
export function InviteForm({ team }: { team: TeamView }) {
  const given = mayGive(team.role)
  const [handle, setHandle] = useState('')
  const [role, setRole] = useState<TeamRole>('writer')
  const id = useId()
  const invite = useTeam('POST /api/teams/:teamId/invitations')
  if (given.length === 0) return null
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    invite.mutate({ teamId: team.id, handle: handle.trim().replace(/^@/, ''), role }, { onSuccess: () => setHandle('') })
  }
  return (
    <form className="form team-invite" onSubmit={onSubmit}>
      <TextField label="Invite by handle" placeholder="@handle" value={handle} onChange={(event) => setHandle(event.target.value)} />
      <div className="field">
        <label htmlFor={id}>Role</label>
        <select id={id} className="input" value={role} onChange={(event) => setRole(event.target.value as TeamRole)}>
          {given.map((one) => (
            <option key={one}>{one}</option>
          ))}
        </select>
        <span className="hint">{roles.find((one) => one.role === role)?.line}</span>
      </div>
      <button type="submit" className="btn sec" disabled={!handle.trim() || invite.isPending}>
        Invite
      </button>
    </form>
  )
}
