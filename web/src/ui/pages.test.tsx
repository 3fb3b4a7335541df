import type { WireEvent } from '@corefans/shared/events/wire.ts'
import { useInfiniteQuery } from '@tanstack/react-query'
import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import { beforeEach, expect, test, vi } from 'vitest'
import { readPages } from '../lib/query.ts'
import type { LiveFrame } from '../lib/realtime.ts'
import { refuse, serve } from '../testing/api.ts'
import { show } from '../testing/show.tsx'
import { notification } from '../testing/views.ts'
import { Pages } from './pages.tsx'

const heard = vi.hoisted(() => new Set<(frame: LiveFrame) => void>())
vi.mock('../lib/realtime.ts', () => ({
  listen: (listener: (frame: LiveFrame) => void) => {
    heard.add(listener)
    return () => heard.delete(listener)
  },
}))
beforeEach(() => heard.clear())

const query = readPages('GET /api/notifications', { tab: 'all' })
const isNews = (event: WireEvent) => event.type === 'notification.added'
function List({ grows = false }: { grows?: boolean }) {
  return (
    <Pages
      list={useInfiniteQuery(query)}
      keyOf={({ id }) => id}
      empty={<p>Nothing yet</p>}
      {...(grows ? { growth: { query, noun: 'line', isNews } } : {})}
    >
      {(all) => (
        <ul>
          {all.map(({ id, text }) => (
            <li key={id}>{text}</li>
          ))}
        </ul>
      )}
    </Pages>
  )
}
const lines = () => screen.queryAllByRole('listitem').map((item) => item.textContent)
const line = (text: string) => notification({ text })
const news = (type: string) =>
  act(async () => {
    for (const listener of heard) listener({ type: 'event', seq: 1, topic: 't', event: { type } as WireEvent })
  })

test('skeletons stand until the first page comes, then its items', async () => {
  serve({ 'GET /api/notifications': () => ({ items: [line('one')], nextCursor: null }) })
  await show(<List />)
  await waitFor(() => expect(lines()).toEqual(['one']))
  expect(screen.queryByRole('status', { name: 'Loading' })).toBeNull()
  expect(screen.queryByRole('button')).toBeNull()
})

test('an empty list says so', async () => {
  serve({ 'GET /api/notifications': () => ({ items: [], nextCursor: null }) })
  await show(<List />)
  expect(await screen.findByText('Nothing yet')).toBeTruthy()
})

test('a list that cannot be read says why, and is read when it is asked again', async () => {
  let isDown = true
  serve({
    'GET /api/notifications': () => (isDown ? refuse(400, 'http/bad', 'The list is closed') : { items: [line('one')], nextCursor: null }),
  })
  await show(<List />)
  expect((await screen.findByRole('alert')).textContent).toContain('The list is closed')
  isDown = false
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }))
  await waitFor(() => expect(lines()).toEqual(['one']))
})

test('the next page joins below, and an item that moved onto it stands once', async () => {
  const [one, two, three] = [line('one'), line('two'), line('three')]
  const calls = serve({
    'GET /api/notifications': ({ cursor }) =>
      cursor ? { items: [two, three], nextCursor: null } : { items: [one, two], nextCursor: 'after two' },
  })
  await show(<List />)
  fireEvent.click(await screen.findByRole('button', { name: 'Show more' }))
  await waitFor(() => expect(lines()).toEqual(['one', 'two', 'three']))
  expect(calls.map(({ input }) => input['cursor'])).toEqual([undefined, 'after two'])
  expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull()
})

test('a next page that fails leaves what is shown, and can be asked for again', async () => {
  let isDown = true
  serve({
    'GET /api/notifications': ({ cursor }) => {
      if (!cursor) return { items: [line('one')], nextCursor: 'x' }
      return isDown ? refuse(400, 'http/bad', 'Not now') : { items: [line('two')], nextCursor: null }
    },
  })
  await show(<List />)
  fireEvent.click(await screen.findByRole('button', { name: 'Show more' }))
  expect((await screen.findByRole('alert')).textContent).toContain('Not now')
  expect(lines()).toEqual(['one'])
  isDown = false
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }))
  await waitFor(() => expect(lines()).toEqual(['one', 'two']))
})

test('what is new waits above the list until the reader asks, and other events ask nothing', async () => {
  const [old, fresh] = [line('old'), line('fresh')]
  let items = [old]
  const calls = serve({ 'GET /api/notifications': () => ({ items, nextCursor: null }) })
  await show(<List grows />)
  await waitFor(() => expect(heard.size).toBe(1))
  await waitFor(() => expect(lines()).toEqual(['old']))
  items = [fresh, old]
  await news('post.edited')
  expect(calls).toHaveLength(1)
  await news('notification.added')
  const button = await screen.findByRole('button', { name: 'Show 1 new line' })
  expect(lines()).toEqual(['old'])
  fireEvent.click(button)
  await waitFor(() => expect(lines()).toEqual(['fresh', 'old']))
  expect(screen.queryByRole('button', { name: /new line/ })).toBeNull()
  expect(window.scrollTo).toHaveBeenCalledWith({ top: 0 })
})

test('a list that is left hears nothing any more', async () => {
  serve({ 'GET /api/notifications': () => ({ items: [line('one')], nextCursor: null }) })
  const { again } = await show(<List grows />)
  await waitFor(() => expect(heard.size).toBe(1))
  await again(<p>Another page</p>)
  expect(heard.size).toBe(0)
})
