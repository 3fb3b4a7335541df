import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { serve } from '../../testing/api.ts'
import { show } from '../../testing/show.tsx'
import { anId, me, person } from '../../testing/views.ts'
import { InviteForm } from './invite-form.tsx'
import { Members } from './members.tsx'
import { mayGive, mayPayOut } from './roles.ts'

const holder = person({ name: 'Maya Lin' })
const leo = person({ handle: 'leo', name: 'Leo Park' })
const team = (role: string, rest: object = {}) =>
  ({
    id: anId(),
    account: holder,
    role,
    members: [
      { person: holder, role: 'owner' },
      { person: leo, role: 'writer' },
    ],
    invitations: [{ id: anId(), invitee: person({ handle: 'mika', name: 'Mika Aoi' }), role: 'finance' }],
    ...rest,
  }) as never
const row = (name: string) => screen.getAllByRole('listitem').find((item) => item.textContent?.includes(name)) as HTMLElement

test('an owner gives every role, a manager no grave one, others none', () => {
  expect(mayGive('owner')).toContain('finance')
  expect(mayGive('manager')).not.toContain('owner')
  expect(mayGive('manager')).toContain('writer')
  expect([mayGive('writer'), mayGive('finance')]).toEqual([[], []])
  expect((['owner', 'finance', 'manager'] as const).map(mayPayOut)).toEqual([true, true, false])
})

test('nobody is offered to change or remove whom the account belongs to', async () => {
  await show(<Members team={team('owner')} />, { me: me() })
  expect(within(row('Maya Lin')).queryByRole('combobox')).toBeNull()
  expect(within(row('Maya Lin')).queryByRole('button')).toBeNull()
  expect(within(row('Leo Park')).getByRole('combobox', { name: 'Role of Leo Park' })).toBeTruthy()
})

test('a changed role is sent for this member of this team', async () => {
  const calls = serve({ 'PUT /api/teams/:teamId/members/:handle': () => ({}) as never })
  const it = team('owner', { id: 'team-1' })
  await show(<Members team={it} />, { me: me() })
  fireEvent.change(screen.getByRole('combobox', { name: 'Role of Leo Park' }), { target: { value: 'manager' } })
  await waitFor(() => expect(calls[0]?.input).toEqual({ teamId: 'team-1', handle: 'leo', role: 'manager' }))
})

test('a manager cannot take back an invitation to a grave role, an owner can', async () => {
  const { again } = await show(<Members team={team('manager')} />, { me: me() })
  expect(within(row('Mika Aoi')).queryByRole('button')).toBeNull()
  await again(<Members team={team('owner')} />)
  expect(within(row('Mika Aoi')).getByRole('button', { name: 'Take back' })).toBeTruthy()
})

test('a member may leave', async () => {
  const calls = serve({ 'DELETE /api/teams/:teamId/members/:handle': () => ({}) as never })
  const mine = me({ id: leo.id, handle: 'leo' } as never)
  await show(<Members team={team('writer')} />, { me: mine })
  fireEvent.click(within(row('Leo Park')).getByRole('button', { name: 'Leave this team' }))
  await waitFor(() => expect(calls[0]?.input['handle']).toBe('leo'))
})

test('an invitation goes to a handle, with or without its at sign', async () => {
  const calls = serve({ 'POST /api/teams/:teamId/invitations': () => ({}) as never })
  await show(<InviteForm team={team('owner', { id: 'team-2' })} />, { me: me() })
  const button = screen.getByRole('button', { name: 'Invite' }) as HTMLButtonElement
  expect(button.disabled).toBe(true)
  fireEvent.change(screen.getByLabelText('Invite by handle'), { target: { value: ' @mika ' } })
  fireEvent.click(button)
  await waitFor(() => expect(calls[0]?.input).toEqual({ teamId: 'team-2', handle: 'mika', role: 'writer' }))
})

test('whoever may give no role is not offered to invite', async () => {
  await show(<InviteForm team={team('writer')} />, { me: me() })
  expect(screen.queryByRole('button', { name: 'Invite' })).toBeNull()
})
