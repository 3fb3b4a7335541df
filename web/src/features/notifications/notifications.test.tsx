import { QueryClient } from '@tanstack/react-query'
import { fireEvent, screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { handleEvent, handleState } from '../../lib/live.ts'
import { show } from '../../testing/show.tsx'
import { notification, person } from '../../testing/views.ts'
import { live } from './live.ts'
import { NotificationRow } from './notification-row.tsx'
import { badgesQuery } from './notifications.ts'

const [mika, leo] = [person({ name: 'Mika Aoi', handle: 'mika' }), person({ name: 'Leo Park', handle: 'leo' })]
const row = () => screen.getByRole('listitem').textContent ?? ''

test('one person, two people, many people are one line', async () => {
  const { again } = await show(<NotificationRow note={notification()} onOpen={() => {}} />)
  expect(row()).toContain('Mika Aoi liked your post')
  await again(<NotificationRow note={notification({ actors: [mika, leo], count: 2 })} onOpen={() => {}} />)
  expect(row()).toContain('Mika Aoi and Leo Park liked your post')
  await again(<NotificationRow note={notification({ actors: [mika, leo], count: 14 })} onOpen={() => {}} />)
  expect(row()).toContain('Mika Aoi, Leo Park and 12 others liked your post')
  await again(<NotificationRow note={notification({ actors: [mika, leo], count: 3 })} onOpen={() => {}} />)
  expect(row()).toContain('and 1 other liked')
})

test('what the house itself says has no person in it', async () => {
  await show(<NotificationRow note={notification({ type: 'system', actors: [], text: 'Your split is ready' })} onOpen={() => {}} />)
  expect(row()).toContain('Your split is ready')
})

test('what is unread says so to every reader, and what is read does not', async () => {
  const { again } = await show(<NotificationRow note={notification()} onOpen={() => {}} />)
  expect(row()).toContain('Unread')
  await again(<NotificationRow note={notification({ read: true })} onOpen={() => {}} />)
  expect(row()).not.toContain('Unread')
})

test('the whole line leads to what it is about, and says that it was opened', async () => {
  const onOpen = vi.fn()
  await show(<NotificationRow note={notification({ href: '/post/9', excerpt: 'The tide was low' })} onOpen={onOpen} />)
  const link = screen.getByRole('link')
  expect([link.getAttribute('href'), link.textContent?.includes('The tide was low')]).toEqual(['/post/9', true])
  fireEvent.click(link)
  expect(onOpen).toHaveBeenCalledOnce()
})

test('an event moves the badge by the count of the server and leaves the open list as it is', () => {
  const queries = new QueryClient()
  const list = ['GET /api/notifications', { tab: 'all' }, 'pages']
  queries.setQueryData(list, { pages: [], pageParams: [] })
  queries.setQueryData(badgesQuery.queryKey, { messages: 2, streams: 1, notifications: 0 })
  handleEvent([live], queries, { type: 'notification.added', unread: 4 } as never)
  expect(queries.getQueryData(badgesQuery.queryKey)).toEqual({ messages: 2, streams: 1, notifications: 4 })
  expect(queries.getQueryState(list)?.isInvalidated).toBe(false)
  handleEvent([live], queries, { type: 'notifications.read', unread: 0 } as never)
  expect(queries.getQueryData(badgesQuery.queryKey)).toEqual({ messages: 2, streams: 1, notifications: 0 })
  expect(queries.getQueryState(list)?.isInvalidated).toBe(true)
})

test('the state of the badges takes their place, and says nothing of messages', () => {
  const queries = new QueryClient()
  queries.setQueryData(badgesQuery.queryKey, { messages: 1, streams: 0, notifications: 0 })
  handleState([live], queries, { type: 'badges', streams: 2, notifications: 3 })
  expect(queries.getQueryData(badgesQuery.queryKey)).toEqual({ messages: 1, streams: 2, notifications: 3 })
})
