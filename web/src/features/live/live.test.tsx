import type { ChatLine, StreamView } from '@corefans/shared/contracts/live.ts'
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { refuse, serve } from '../../testing/api.ts'
import { show } from '../../testing/show.tsx'
import { me } from '../../testing/views.ts'
import { Chat } from './chat.tsx'
import { Preflight } from './preflight.tsx'
import { live } from './streams.ts'
import { StreamsPage } from './streams-page.tsx'
import { Watching } from './watch-page.tsx'

const maya = { id: '00000000-0000-7000-8000-000000000001', handle: 'maya', name: 'Maya Duarte', portraitUrl: null, ai: false }
const stream = (change: Partial<StreamView> = {}): StreamView => ({
  id: '00000000-0000-7000-8000-000000000002',
  creator: maya,
  title: 'Night drive',
  state: 'live',
  audience: 'public',
  locked: false,
  viewers: 3,
  startedAt: '2026-11-28T12:00:00.000Z',
  endedAt: null,
  viewer: { isCreator: false },
  ...change,
})
const line = (text: string, mayDelete = false): ChatLine => ({
  id: `00000000-0000-7000-8000-0000000000${text.length}`,
  author: maya,
  text,
  at: '2026-11-28T12:00:00.000Z',
  byCreator: true,
  viewer: { mayDelete },
})

test('LIV-02 who is on air stands in the list, with for whom it is; nobody is said so', async () => {
  serve({
    'GET /api/streams': () => ({ items: [stream(), stream({ id: 'b', title: 'For us', audience: 'followers' })], nextCursor: null }),
  })
  const { queries } = await show(<StreamsPage />, { me: me() })
  await waitFor(() => expect(screen.getByRole('link', { name: /Night drive.*LIVE.*3 viewers/ })).toBeTruthy())
  expect(screen.getByRole('link', { name: /For us.*Followers/ }).getAttribute('href')).toBe('/live/maya')
  expect(screen.getByRole('link', { name: 'Go live' }).getAttribute('href')).toBe('/live/go')
  serve({ 'GET /api/streams': () => ({ items: [], nextCursor: null }) })
  await queries.invalidateQueries()
  await waitFor(() => expect(screen.getByText('Nobody is live just now')).toBeTruthy())
})

test.each([
  [stream({ state: 'ended' }), 'This stream is over'],
  [stream({ locked: true, audience: 'followers' }), 'For followers'],
  [stream({ locked: true, audience: { anyOf: [[{ kind: 'pass' }]] } }), 'For holders of a pass'],
  [stream({ state: 'reconnecting' }), 'One moment'],
])('ACC-04 a stream that cannot be seen just now says why', async (shown, words) => {
  serve({ 'GET /api/streams/:streamId/chat': () => ({ items: [], nextCursor: null }) })
  await show(<Watching stream={shown} />)
  expect(screen.getByRole('heading', { name: words })).toBeTruthy()
  expect(screen.queryByRole('heading', { name: 'Chat' }) === null).toBe(shown.locked)
})

test('INT-03 the chat is read from above; what is typed stays when it was not sent', async () => {
  const answers = { 'GET /api/streams/:streamId/chat': () => ({ items: [line('second!!'), line('first')], nextCursor: null }) }
  serve({ ...answers, 'POST /api/streams/:streamId/chat': () => refuse(409, 'live/not-live', 'Nobody is on air here just now') })
  await show(<Chat streamId={stream().id} isOnAir />, { me: me() })
  await waitFor(() =>
    expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual(['Maya Duarte first', 'Maya Duarte second!!']),
  )
  const field = screen.getByLabelText('Say something') as HTMLInputElement
  expect(screen.getByRole('button', { name: 'Send' }).hasAttribute('disabled')).toBe(true)
  fireEvent.change(field, { target: { value: 'Hello' } })
  fireEvent.click(screen.getByRole('button', { name: 'Send' }))
  await waitFor(() => expect(screen.getAllByText('Nobody is on air here just now')).not.toEqual([]))
  expect(field.value).toBe('Hello')
  const calls = serve({ ...answers, 'POST /api/streams/:streamId/chat': () => line('Hello') })
  fireEvent.click(screen.getByRole('button', { name: 'Send' }))
  await waitFor(() => expect(field.value).toBe(''))
  expect(calls.find(({ route }) => route.startsWith('POST'))?.input).toMatchObject({ text: 'Hello' })
})

test('a line is taken back by whom it may be; a visitor and the end leave no field', async () => {
  const calls = serve({
    'GET /api/streams/:streamId/chat': () => ({ items: [line('mine', true)], nextCursor: null }),
    'DELETE /api/streams/:streamId/chat/:lineId': () => null as never,
  })
  const { again } = await show(<Chat streamId={stream().id} isOnAir />)
  fireEvent.click(await screen.findByRole('button', { name: 'Delete the line of Maya Duarte' }))
  await waitFor(() => expect(calls.some(({ route }) => route.startsWith('DELETE'))).toBe(true))
  expect([screen.queryByLabelText('Say something'), screen.getByRole('link', { name: 'Log in' }) !== null]).toEqual([null, true])
  await again(<Chat streamId={stream().id} isOnAir={false} />)
  expect(screen.getByText('The chat is closed.')).toBeTruthy()
})

test('LIV-01 nobody goes on air without picture and name; for whom is chosen before', async () => {
  const [onStart, onPlan] = [vi.fn(), vi.fn()]
  const capture = {
    media: null,
    chosen: { source: 'camera' as const },
    devices: { cameras: [], microphones: [] },
    words: 'No camera',
    start: vi.fn(),
    stop: () => {},
  }
  const props = { capture, isStarting: false, error: null, onPlan, onStart }
  const { again } = await show(<Preflight {...props} plan={{ title: 'Night drive', audience: 'public' }} />)
  const go = () => screen.getByRole('button', { name: 'Go live' })
  expect([go().hasAttribute('disabled'), screen.getByText('No camera') !== null]).toEqual([true, true])
  fireEvent.click(screen.getByRole('button', { name: 'Share my screen' }))
  expect(capture.start).toHaveBeenCalledWith({ source: 'screen' })
  fireEvent.click(screen.getByLabelText('Followers'))
  expect(onPlan).toHaveBeenCalledWith({ title: 'Night drive', audience: 'followers' })
  const media = new MediaStream()
  await again(<Preflight {...props} capture={{ ...capture, media, words: null as never }} plan={{ title: ' ', audience: 'public' }} />)
  expect(go().hasAttribute('disabled')).toBe(true)
  await again(
    <Preflight {...props} capture={{ ...capture, media, words: null as never }} plan={{ title: 'Night drive', audience: 'public' }} />,
  )
  fireEvent.click(go())
  expect(onStart).toHaveBeenCalledTimes(1)
})

test('PRO-02 how many watch moves in the open page, and in that of this stream only', async () => {
  const { queries } = await show(<p>page</p>)
  queries.setQueryData(['GET /api/profiles/:handle/stream', { handle: 'maya' }], stream())
  const watched = live.events?.['stream.watched']
  watched?.(queries, { type: 'stream.watched', streamId: stream().id, viewers: 12 })
  watched?.(queries, { type: 'stream.watched', streamId: 'another', viewers: 99 })
  expect(queries.getQueryData<StreamView>(['GET /api/profiles/:handle/stream', { handle: 'maya' }])?.viewers).toBe(12)
})
