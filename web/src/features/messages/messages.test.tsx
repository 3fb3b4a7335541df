import { QueryClient } from '@tanstack/react-query'
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { handleEvent } from '../../lib/live.ts'
import { refuse, serve } from '../../testing/api.ts'
import { show } from '../../testing/show.tsx'
import { anId, me, person } from '../../testing/views.ts'
import { badgesQuery } from '../notifications/index.ts'
import { keptDraft } from './drafts.ts'
import { labelOf, nameOf } from './label.tsx'
import { LineComposer } from './line-composer.tsx'
import { Lines } from './lines.tsx'
import { live } from './live.ts'
import { type Line, linePages, linesOf, putLines, type Thread } from './messages.ts'
import { outgoing } from './outgoing.ts'

const maya = person({ handle: 'maya', name: 'Maya Lin' })
const thread = (rest: Partial<Thread> = {}): Thread => ({
  id: anId(),
  kind: 'direct',
  title: '',
  others: [maya],
  folder: 'inbox',
  unread: 0,
  last: null,
  lastAt: '2026-11-01T12:00:00.000Z',
  mayWrite: true,
  seen: [],
  ...rest,
})
const line = (seq: number, rest: Partial<Line> = {}): Line => ({
  id: anId(),
  threadId: anId(),
  seq,
  author: maya,
  by: { kind: 'self', signature: 'x' },
  text: `line ${seq}`,
  media: [],
  replyTo: null,
  reactions: [],
  createdAt: `2026-11-01T12:00:${String(seq).padStart(2, '0')}.000Z`,
  editedAt: null,
  deleted: false,
  locked: false,
  viewer: { isAuthor: false, mayEdit: false },
  ...rest,
})
const older = { hasNextPage: false, isFetchingNextPage: false, fetchNextPage: () => undefined }
const field = () => screen.getByRole('textbox', { name: 'Message Maya Lin' })
const type = (text: string) => fireEvent.change(field(), { target: { value: text } })
const enter = () => fireEvent.keyDown(field(), { key: 'Enter' })

test('M08 a line says who wrote it, in words', () => {
  const by = (kind: Line['by']['kind'], rest = {}) => labelOf(line(1, { by: { kind, signature: 'x', ...rest } }))
  expect([by('self'), by('team', { role: 'chatter', team: 'Neon Studio' }), by('team', { role: 'manager' })]).toEqual([
    null,
    'Neon Studio · Chatter',
    'Maya Lin’s team · Manager',
  ])
  expect([by('ai'), by('ai-approved')]).toEqual(['Written by AI', 'Drafted by AI, approved by a person'])
  expect(nameOf({ title: '', others: [maya, person({ name: 'Leo' })] })).toBe('Maya Lin, Leo')
})

test('MSG-01 lines are in order with the place of the first unread one, what was deleted is a trace, and own ones are marked', async () => {
  const own = { isAuthor: true, mayEdit: true }
  const lines = [
    line(1, { viewer: own }),
    line(2, { deleted: true, text: '' }),
    line(3, { reactions: [{ emoji: '👍', count: 2, mine: true }] }),
  ]
  await show(
    <Lines
      thread={thread({ seen: [{ accountId: maya.id, upTo: 1 }] })}
      lines={lines}
      older={older}
      firstUnread={3}
      onAnswer={() => undefined}
    />,
    {
      me: me(),
    },
  )
  const words = screen.getByRole('log').textContent ?? ''
  for (const part of ['line 1', 'Seen', 'Message deleted', 'New', 'line 3', '👍 2']) expect(words).toContain(part)
  expect(words.indexOf('New')).toBeLessThan(words.indexOf('line 3'))
})

test('INT-04 lines are sent one after the other; what fails keeps those behind it waiting, and goes on in order', async () => {
  const here = thread()
  let isDown = true
  const sent: string[] = []
  serve({
    'POST /api/messages/threads/:threadId/messages': (input) => {
      if (isDown) return refuse(503, 'http/unavailable', 'Not just now')
      sent.push(input['text'] as string)
      return line(sent.length) as never
    },
  })
  await show(
    <>
      <Lines thread={here} lines={[]} older={older} firstUnread={null} onAnswer={() => undefined} />
      <LineComposer thread={here} name="Maya Lin" answering={null} onAnswered={() => undefined} />
    </>,
    { me: me() },
  )
  for (const text of ['one', 'two', 'three']) {
    type(text)
    enter()
  }
  expect(await screen.findByText('Not sent: Not just now')).toBeTruthy()
  expect(sent).toEqual([])
  isDown = false
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }))
  await waitFor(() => expect(sent).toEqual(['one', 'two', 'three']))
  expect(outgoing.get()).toEqual([])
})

test('MSG-01 what is typed is kept for each conversation, a new line is no sending, and nothing is sent that is nothing', async () => {
  const here = thread()
  const calls = serve({})
  await show(<LineComposer thread={here} name="Maya Lin" answering={null} onAnswered={() => undefined} />, { me: me() })
  type('half a sentence')
  fireEvent.keyDown(field(), { key: 'Enter', shiftKey: true })
  expect([keptDraft(here.id), keptDraft(anId())]).toEqual(['half a sentence', ''])
  type('   ')
  enter()
  type('x'.repeat(10_001))
  enter()
  expect(screen.getByText('1 characters too many')).toBeTruthy()
  expect(calls.filter(({ route }) => route.endsWith('/messages'))).toEqual([])
})

test('ACC-06 whoever may not write is told so, and has no field', async () => {
  await show(<LineComposer thread={thread({ mayWrite: false })} name="Maya Lin" answering={null} onAnswered={() => undefined} />, {
    me: me(),
  })
  expect(screen.getByText('You cannot write to Maya Lin.')).toBeTruthy()
  expect(screen.queryByRole('textbox')).toBeNull()
})

test('NOT-02 the word that only this account hears moves its badge; what a thread hears does not', () => {
  const queries = new QueryClient()
  queries.setQueryData(badgesQuery.queryKey, { messages: 10, streams: 1, notifications: 4 })
  const hear = (unread: number | null) =>
    handleEvent([live], queries, { type: 'thread.read', threadId: anId(), accountId: anId(), upTo: 3, unread })
  hear(7)
  hear(null)
  expect(queries.getQueryData(badgesQuery.queryKey)).toEqual({ messages: 7, streams: 1, notifications: 4 })
})

test('MSG-01 newer words take the place of older ones, and no line stands twice', () => {
  const queries = new QueryClient()
  const threadId = anId()
  const [a, b, c] = [line(1), line(2), line(3)]
  queries.setQueryData(linePages(threadId).queryKey, { pages: [{ items: [b, a], nextCursor: null }], pageParams: [null] })
  putLines(queries, threadId, [{ ...a, text: 'changed' }, c])
  putLines(queries, threadId, [c])
  expect(linesOf(queries.getQueryData(linePages(threadId).queryKey)).map(({ text }) => text)).toEqual(['changed', 'line 2', 'line 3'])
})
