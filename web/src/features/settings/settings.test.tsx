import { fireEvent, screen, waitFor } from '@testing-library/react'
import { useState } from 'react'
import { expect, test } from 'vitest'
import { refuse, serve } from '../../testing/api.ts'
import { show } from '../../testing/show.tsx'
import { me } from '../../testing/views.ts'
import { LinksField } from './links-field.tsx'
import { PrivacySettings } from './privacy-settings.tsx'

const settings = me({ hidesPresence: false, hidesHoldings: true } as never)

test('a switch of privacy saves its own field and nothing else', async () => {
  const calls = serve({ 'PATCH /api/me/profile': () => ({ handle: 'fan1' }) as never })
  await show(<PrivacySettings />, { me: settings })
  const [presence, holdings] = screen.getAllByRole('switch') as [HTMLInputElement, HTMLInputElement]
  expect([presence.checked, holdings.checked]).toEqual([false, true])
  fireEvent.click(presence)
  await waitFor(() => expect(calls[0]).toEqual({ route: 'PATCH /api/me/profile', input: { hidesPresence: true } }))
  await waitFor(() => expect(screen.getAllByText('Saved').length).toBeGreaterThan(0))
})

test('what the server does not take is said, and the switch stays as it was', async () => {
  serve({ 'PATCH /api/me/profile': () => refuse(429, 'http/too-many', 'Too many changes') })
  await show(<PrivacySettings />, { me: settings })
  fireEvent.click(screen.getByRole('switch', { name: /online/ }))
  await waitFor(() => expect(screen.getAllByText('Too many changes. Nothing was saved.').length).toBeGreaterThan(0))
  expect((screen.getByRole('switch', { name: /online/ }) as HTMLInputElement).checked).toBe(false)
})

test('a visitor has no settings', async () => {
  await show(<PrivacySettings />)
  expect(screen.queryByRole('switch')).toBeNull()
})

function Links({ first, errors = {} }: { first: string[]; errors?: Record<string, string> }) {
  const [links, setLinks] = useState(first)
  return <LinksField links={links} errors={errors} onChange={setLinks} />
}
const links = () => screen.queryAllByRole('textbox').map((input) => (input as HTMLInputElement).value)

test('links are added, changed and removed one by one, and eight are enough', async () => {
  await show(<Links first={['https://a.test', 'https://b.test']} />)
  fireEvent.click(screen.getByRole('button', { name: 'Add link' }))
  fireEvent.change(screen.getByLabelText('Link 3'), { target: { value: 'https://c.test' } })
  fireEvent.click(screen.getByRole('button', { name: 'Remove link 1' }))
  expect(links()).toEqual(['https://b.test', 'https://c.test'])
  for (let nth = 3; nth <= 8; nth++) fireEvent.click(screen.getByRole('button', { name: 'Add link' }))
  expect((screen.getByRole('button', { name: '8 links at most' }) as HTMLButtonElement).disabled).toBe(true)
})

test('the error of a link stands at that link', async () => {
  await show(<Links first={['https://a.test', 'nonsense']} errors={{ 'links.1': 'This is no address' }} />)
  expect([1, 2].map((nth) => screen.getByLabelText(`Link ${nth}`).getAttribute('aria-invalid'))).toEqual(['false', 'true'])
  expect(screen.getByText('This is no address')).toBeTruthy()
})
