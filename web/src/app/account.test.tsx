import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { beforeEach, expect, test } from 'vitest'
import { type Call, serve } from '../testing/api.ts'
import { show } from '../testing/show.tsx'
import { me } from '../testing/views.ts'
import { AccountSheet } from './account-sheet.tsx'
import { Bell } from './bell.tsx'

const fan = me({ handle: 'fan1', name: 'Robin Vale' })
let calls: Call[]
const answers = (isCreator: boolean, notifications = 0) => {
  calls = serve({
    'GET /api/me/studio': () => ({ isCreator, tiers: 0, passes: 0, wroteForHolders: false, teams: 0 }),
    'GET /api/me/badges': () => ({ messages: 0, streams: 0, notifications }),
  })
}
beforeEach(() => answers(false))

const openSheet = async () => {
  fireEvent.click(screen.getByRole('button', { name: 'Me: Robin Vale @fan1, account' }))
  return within(await screen.findByRole('dialog', { name: 'Me' }))
}

test('LAY-01 the sheet has every place that the bar has no room for, and closes when one is chosen', async () => {
  const { where } = await show(<AccountSheet me={fan} />, { me: fan })
  const sheet = await openSheet()
  expect(sheet.getAllByRole('link').map((link) => link.textContent)).toEqual([
    'Streams',
    'Wallet',
    'Profile',
    'Become a creator',
    'Settings',
  ])
  fireEvent.click(sheet.getByRole('link', { name: 'Wallet' }))
  await waitFor(() => expect([where(), screen.queryByRole('dialog')]).toEqual(['/wallet', null]))
})

test('LAY-01 a creator finds the studio there', async () => {
  answers(true)
  await show(<AccountSheet me={fan} />, { me: fan })
  await waitFor(() => expect(calls.map(({ route }) => route)).toContain('GET /api/me/studio'))
  expect(await (await openSheet()).findByRole('link', { name: 'Studio' })).toBeTruthy()
})

test('UXP-04 the theme is chosen in the sheet and marked', async () => {
  await show(<AccountSheet me={fan} />, { me: fan })
  const sheet = await openSheet()
  fireEvent.click(sheet.getByRole('radio', { name: 'dark' }))
  expect((sheet.getByRole('radio', { name: 'dark' }) as HTMLInputElement).checked).toBe(true)
  expect(document.documentElement.dataset['theme']).toBe('dark')
})

test('LAY-07 the bell counts what is unread and says so', async () => {
  answers(false, 123)
  await show(<Bell />, { me: fan })
  const bell = await screen.findByRole('link', { name: 'Notifications, 123 unread' })
  expect([bell.textContent, bell.getAttribute('href')]).toEqual(['99+', '/notifications'])
})

test('LAY-07 a visitor has no bell', async () => {
  await show(<Bell />, { me: null })
  expect(screen.queryByRole('link')).toBeNull()
})
