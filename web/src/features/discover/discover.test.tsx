import { fireEvent, screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { serve } from '../../testing/api.ts'
import { show } from '../../testing/show.tsx'
import { me, personCard, tier } from '../../testing/views.ts'
import { PeopleSearch } from './people-search.tsx'
import { Promoted } from './promoted.tsx'
import { Suggestions } from './suggestions.tsx'

const people = (...handles: string[]) =>
  handles.map((handle) => ({ ...personCard({ handle, name: handle.toUpperCase() }), why: `Because of ${handle}` }))
const names = () => screen.queryAllByRole('listitem').map((item) => /@(\w+)/.exec(item.textContent ?? '')?.[1])

test('suggestions come with the reason, and turn to the next ones', async () => {
  serve({
    'GET /api/suggestions': ({ limit }) =>
      ({ items: Number(limit) > 4 ? people('a', 'b', 'c', 'd', 'e', 'f') : people('a', 'b', 'c', 'd'), nextCursor: null }) as never,
  })
  await show(<Suggestions />, { me: me() })
  await waitFor(() => expect(names()).toEqual(['a', 'b', 'c', 'd']))
  expect(screen.getByText('Because of a')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: 'Show others' }))
  await waitFor(() => expect(names()).toEqual(['e', 'f', 'a', 'b']))
})

test('with nobody to suggest there is no box', async () => {
  serve({ 'GET /api/suggestions': () => ({ items: [], nextCursor: null }) as never })
  await show(<Suggestions />, { me: me() })
  await waitFor(() => expect(screen.queryByRole('heading', { name: 'Creators for you' })).toBeNull())
})

test('a promoted pass says that it is one and why, and goes away when it is sent', async () => {
  serve({ 'GET /api/promoted': () => ({ tier: tier(), why: 'It has the most sales that you do not hold' }) })
  await show(<Promoted />, { me: me() })
  expect(await screen.findByText('Promoted pass')).toBeTruthy()
  expect(screen.getByText('It has the most sales that you do not hold')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: 'Hide this promotion' }))
  expect(screen.queryByText('Promoted pass')).toBeNull()
})

test('people are found while one types, and Enter shows all of them', async () => {
  const calls = serve({ 'GET /api/profiles': ({ q }) => ({ items: q === 'ma' ? [personCard()] : [], nextCursor: null }) })
  const { where } = await show(<PeopleSearch />)
  const input = screen.getByRole('searchbox', { name: 'Search people' })
  fireEvent.focus(input)
  fireEvent.change(input, { target: { value: ' ma ' } })
  const found = await screen.findByRole('list', { name: 'People found' })
  await waitFor(() => expect(found.textContent).toContain('Maya Lin'))
  expect(calls.at(-1)?.input).toMatchObject({ q: 'ma', limit: '6' })
  fireEvent.submit(input)
  await waitFor(() => expect(where()).toBe('/explore?q=ma'))
  expect(screen.queryByRole('list', { name: 'People found' })).toBeNull()
})

test('nobody by that name is said; Escape closes; nothing is asked for nothing', async () => {
  const calls = serve({ 'GET /api/profiles': () => ({ items: [], nextCursor: null }) })
  await show(<PeopleSearch />)
  const input = screen.getByRole('searchbox', { name: 'Search people' })
  fireEvent.focus(input)
  fireEvent.change(input, { target: { value: '   ' } })
  expect(calls).toEqual([])
  fireEvent.change(input, { target: { value: 'zzz' } })
  expect(await screen.findByText('Nobody by that name')).toBeTruthy()
  fireEvent.keyDown(input, { key: 'Escape' })
  expect(screen.queryByText('Nobody by that name')).toBeNull()
})

test('a slash jumps to the search, but not out of a field', async () => {
  await show(
    <>
      <PeopleSearch />
      <input aria-label="Another field" />
    </>,
  )
  const other = screen.getByLabelText('Another field')
  other.focus()
  fireEvent.keyDown(other, { key: '/' })
  expect(document.activeElement).toBe(other)
  other.blur()
  fireEvent.keyDown(document.body, { key: '/' })
  expect(document.activeElement).toBe(screen.getByRole('searchbox', { name: 'Search people' }))
})
