import { fireEvent, screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { joining } from '../../lib/joining.ts'
import { refuse, serve } from '../../testing/api.ts'
import { show } from '../../testing/show.tsx'
import { me, personCard } from '../../testing/views.ts'
import { FollowButton } from './follow-button.tsx'
import { PersonRow, PersonTile } from './person-row.tsx'

const someone = (handle: string) => personCard({ handle, name: `Person ${handle}` })
const button = () => screen.getByRole('button')

test('a person in a line: name, handle, fans, and the way to their page', async () => {
  await show(<PersonRow person={someone('ada')} />, { me: me() })
  expect(screen.getByRole('listitem').textContent).toContain('@ada · 12 fans')
  expect(screen.getByRole('link').getAttribute('href')).toBe('/@ada')
})

test('a virtual person is marked in the line and on the tile', async () => {
  const { again } = await show(<PersonRow person={personCard({ handle: 'neo', ai: true })} />)
  expect(screen.getByText('AI')).toBeTruthy()
  await again(<PersonTile person={personCard({ handle: 'neo', ai: true })} />)
  expect(screen.getByText('AI')).toBeTruthy()
})

test('a tile shows the cover where there is one, and words of their own', async () => {
  await show(<PersonTile person={personCard({ handle: 'tile', coverUrl: '/media/c/large.webp' })} />)
  const pictures = screen.getByRole('listitem').querySelectorAll('img')
  expect([...pictures].map((one) => one.getAttribute('src'))).toEqual(['/media/c/large.webp'])
  expect(screen.getByText('Paints the sea')).toBeTruthy()
})

test('following is shown at once and stays when the server agrees; the feed is read again', async () => {
  const calls = serve({ 'PUT /api/profiles/:handle/follow': () => ({ follows: true, fans: 13 }) })
  const { queries } = await show(<FollowButton handle="bea" name="Bea" base={{ follows: false, fans: 12 }} />, { me: me() })
  queries.setQueryData(['GET /api/feed', { tab: 'following' }, 'pages'], { pages: [], pageParams: [] })
  queries.setQueryData(['GET /api/me/wallets', {}], { items: [] })
  fireEvent.click(button())
  expect([button().textContent, button().getAttribute('aria-pressed')]).toEqual(['Following', 'true'])
  await waitFor(() => expect(queries.getQueryState(['GET /api/feed', { tab: 'following' }, 'pages'])?.isInvalidated).toBe(true))
  expect(queries.getQueryState(['GET /api/me/wallets', {}])?.isInvalidated).toBe(false)
  expect(calls.map(({ route }) => route)).toContain('PUT /api/profiles/:handle/follow')
})

test('a follow that the server refuses is taken back, with the reason', async () => {
  serve({ 'PUT /api/profiles/:handle/follow': () => refuse(403, 'profiles/blocked', 'They do not want that') })
  await show(<FollowButton handle="cid" name="Cid" base={{ follows: false, fans: 12 }} />, { me: me() })
  fireEvent.click(button())
  await waitFor(() => expect(button().textContent).toBe('Follow'))
  expect(screen.getAllByText(/They do not want that/).length).toBeGreaterThan(0)
})

test('one stops following with the same button', async () => {
  const calls = serve({ 'DELETE /api/profiles/:handle/follow': () => ({ follows: false, fans: 11 }) })
  await show(<FollowButton handle="dee" name="Dee" base={{ follows: true, fans: 12 }} />, { me: me() })
  expect(button().getAttribute('aria-label')).toBe('Following Dee')
  fireEvent.click(button())
  await waitFor(() => expect(calls.map(({ route }) => route)).toContain('DELETE /api/profiles/:handle/follow'))
  expect(button().textContent).toBe('Follow')
})

test('nobody follows themselves, and a visitor is led to the way in', async () => {
  const { again, where } = await show(<FollowButton handle="fan1" name="Me" base={{ follows: false, fans: 0 }} />, { me: me() })
  expect(screen.queryByRole('button')).toBeNull()
  expect(where()).toBe('/')
  await again(<p>Nothing</p>)
})

test('M17 a visitor who follows is asked to join, in place', async () => {
  const { where } = await show(<FollowButton handle="eve" name="Eve" base={{ follows: false, fans: 0 }} />)
  fireEvent.click(button())
  expect([joining.get(), where()]).toEqual([{ to: 'follow Eve', act: { does: 'follow', handle: 'eve' } }, '/'])
})
