import { fireEvent, screen, waitFor } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { refuse, serve } from '../../testing/api.ts'
import { show } from '../../testing/show.tsx'
import { config, me } from '../../testing/views.ts'
import { EmailForm } from './email-form.tsx'
import { NeedsAccount } from './needs-account.tsx'
import { SignInAgain } from './sign-in-again.tsx'

const type = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } })
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))

test('a page that needs an account shows itself to whoever has one, and the way in to all others', async () => {
  const { again, queries } = await show(<NeedsAccount why="to see your tips">Your tips</NeedsAccount>, { me: me(), at: '/tips' })
  expect(screen.getByText('Your tips')).toBeTruthy()
  queries.setQueryData(['me'], null)
  await again(<NeedsAccount why="to see your tips">Your tips</NeedsAccount>)
  await waitFor(() => expect(screen.getByRole('heading', { name: 'Log in to see your tips' })).toBeTruthy())
  expect(screen.queryByText('Your tips')).toBeNull()
  expect(screen.getByRole('link', { name: 'Log in' }).getAttribute('href')).toBe('/login?next=%2Ftips')
})

test('email and password open the account', async () => {
  const calls = serve({ 'POST /api/sessions': () => ({ accountId: 'a' }) as never })
  const onEntered = vi.fn()
  await show(<EmailForm join={false} onEntered={onEntered} />)
  type('Email', 'maya@example.com')
  type('Password', 'a long secret')
  press('Log in')
  await waitFor(() => expect(onEntered.mock.calls[0]?.[0]).toEqual({ accountId: 'a' }))
  expect(calls).toEqual([{ route: 'POST /api/sessions', input: { email: 'maya@example.com', password: 'a long secret' } }])
})

test('what is wrong stands beside the field that it is about, and what was typed is kept', async () => {
  serve({ 'POST /api/accounts': () => refuse(409, 'accounts/email-taken', 'This email has an account already') })
  const onEntered = vi.fn()
  await show(<EmailForm join onEntered={onEntered} />)
  for (const [label, value] of [
    ['Name', 'Maya'],
    ['Handle', 'maya'],
    ['Email', 'maya@example.com'],
    ['Password', 'a long secret'],
  ] as const)
    type(label, value)
  press('Create account')
  const email = screen.getByLabelText('Email') as HTMLInputElement
  await waitFor(() => expect(email.getAttribute('aria-invalid')).toBe('true'))
  expect(document.getElementById(email.getAttribute('aria-describedby') ?? '')?.textContent).toBe('This email has an account already')
  expect([email.value, onEntered.mock.calls.length]).toEqual(['maya@example.com', 0])
})

test('what concerns the whole form is said under it', async () => {
  serve({ 'POST /api/sessions': () => refuse(401, 'accounts/wrong-password', 'Email or password is wrong') })
  await show(<EmailForm join={false} onEntered={() => {}} />)
  type('Email', 'maya@example.com')
  type('Password', 'no')
  press('Log in')
  await waitFor(() => expect(screen.getByRole('alert').textContent).toBe('Email or password is wrong'))
})

test('signing in again goes on with what was begun, for the same account', async () => {
  const who = me()
  serve({ 'POST /api/sessions': () => ({ accountId: who.id }) as never })
  const go = vi.fn()
  await show(<SignInAgain asked={{ go }} me={who} />, { me: who })
  type('Email', 'fan@example.com')
  type('Password', 'a long secret')
  press('Log in')
  await waitFor(() => expect(go).toHaveBeenCalledExactlyOnceWith(true))
})

test('closing the question leaves what was begun undone', async () => {
  const go = vi.fn()
  await show(<SignInAgain asked={{ go }} me={me()} />)
  press('Close')
  expect(go).toHaveBeenCalledWith(false)
})

test('the short way of the demo stands in the demo only', async () => {
  const who = me()
  const calls = serve({ 'POST /api/demo/sign-in': () => ({ accountId: who.id }) as never })
  const go = vi.fn()
  await show(<SignInAgain asked={{ go }} me={who} />, { me: who, config: config({ demo: true }) })
  press('Go on as @fan1 (demo)')
  await waitFor(() => expect(go).toHaveBeenCalledWith(true))
  expect(calls.find(({ route }) => route.includes('demo'))?.input).toEqual({ handle: 'fan1' })
})

test('outside of the demo nobody is offered to be anybody', async () => {
  await show(<SignInAgain asked={{ go: () => {} }} me={me()} />)
  expect(screen.queryByRole('button', { name: /demo/ })).toBeNull()
})
