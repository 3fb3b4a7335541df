import type { CommentView, ThreadView } from '@corefans/shared/contracts/comments.ts'
import { QueryClient } from '@tanstack/react-query'
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { refuse, serve } from '../../testing/api.ts'
import { show } from '../../testing/show.tsx'
import { anId, comment, me, person, post, thread, tier } from '../../testing/views.ts'
import { CommentButton } from './comment-button.tsx'
import { aboutToWrite, commentCounts } from './counts.ts'
import { live } from './live.ts'
import { outgoing } from './outgoing.ts'
import { ThreadSection } from './thread.tsx'

const list = 'GET /api/posts/:postId/comments'
const write = 'POST /api/posts/:postId/comments'
const page = (...items: CommentView[]) => ({ items, nextCursor: null })
const words = () => [...document.querySelectorAll('.comment-text')].map((text) => text.textContent)
const field = () => screen.getByRole('textbox', { name: 'Write a comment' }) as HTMLTextAreaElement
const hears = (event: unknown) =>
  act(async () => {
    const { type } = event as { type: keyof NonNullable<typeof live.events> }
    live.events?.[type]?.(new QueryClient(), event as never)
  })

/** A thread on the screen: what the server answers is kept in `said`, so that a test can change it. */
async function aThread(said: { thread?: Partial<ThreadView>; items?: CommentView[] } = {}, answers: Parameters<typeof serve>[0] = {}) {
  const it = post()
  const items = (said.items ?? []).map((one) => ({ ...one, postId: it.id }))
  const calls = serve({
    'GET /api/posts/:postId/thread': () => thread({ comments: items.length, ...said.thread }),
    [list]: ({ parentId }) => page(...items.filter((one) => one.parentId === (parentId ?? null))),
    ...answers,
  })
  outgoing.set([])
  const shown = await show(<ThreadSection post={it} />, { me: me() })
  await screen.findByRole('heading', { name: /Comments/ })
  return { ...shown, calls, it }
}

test('the button of a card says how many comments there are, live, and leads to the composer', async () => {
  const { where } = await show(<CommentButton postId="p1" comments={1} />)
  const link = screen.getByRole('link', { name: '1 comment' })
  await hears({ type: 'comments.added', subjectId: 'p1', comments: 2, inThread: null })
  expect(link.textContent).toBe('2 comments')
  await act(async () => void fireEvent.click(link))
  expect([where(), aboutToWrite.get()]).toEqual(['/post/p1#comments', 'p1'])
  aboutToWrite.set(null)
})

test('INT-02 a thread shows words, badges, marks and stubs, and names people apart from the words around them', async () => {
  const first = comment({ text: 'Lovely light', badge: { tierName: 'Inner circle', months: 3 }, counts: { likes: 2, replies: 0 } })
  const own = comment({ text: 'مرحبا', byPublisher: true, editedAt: first.createdAt, author: person({ name: 'نور' }) })
  await aThread({
    items: [first, own, comment({ deleted: true, author: undefined, text: undefined, counts: { likes: 0, replies: 1 } } as never)],
  })
  await screen.findByText('Lovely light')
  const [one, two] = screen.getAllByRole('article')
  expect(one?.textContent).toContain('Holds Inner circle· 3 mo, for 3 months')
  expect(two?.textContent).toContain('Author')
  expect(two?.textContent).toContain('Edited')
  expect(two?.querySelector('.comment-name bdi')?.textContent).toBe('نور')
  expect(two?.querySelector('.comment-text')?.getAttribute('dir')).toBe('auto')
  expect(screen.getByText('This comment was deleted')).toBeTruthy()
  expect(screen.getByRole('button', { name: 'Show 1 reply' })).toBeTruthy()
})

test('INT-02 an empty thread says so, and a locked post keeps its comments', async () => {
  const { again } = await aThread()
  expect(await screen.findByText('No comments yet. Begin the conversation.')).toBeTruthy()
  await again(<ThreadSection post={post({ locked: true })} />)
  expect(screen.getByText('The comments open with the post.')).toBeTruthy()
})

test('INT-04 a comment stands at once, is sent once with a key, and becomes what the server keeps', async () => {
  let answer = (_: CommentView): void => {}
  const { calls, it } = await aThread({ items: [comment({ text: 'old' })] }, { [write]: ({ text }) => comment({ text, postId: it.id }) })
  await screen.findByText('old')
  const plain = globalThis.fetch
  const keys: (string | null)[] = []
  vi.stubGlobal('fetch', async (url: string, init: RequestInit = {}) => {
    if (init.method === 'POST') {
      keys.push(new Headers(init.headers).get('idempotency-key'))
      await new Promise<void>((go) => {
        answer = () => go()
      })
    }
    return plain(url, init)
  })
  fireEvent.change(field(), { target: { value: 'fresh' } })
  fireEvent.keyDown(field(), { key: 'Enter', ctrlKey: true })
  expect(screen.getByText('Sending …')).toBeTruthy()
  expect(field().value).toBe('')
  await act(async () => answer({} as never))
  await waitFor(() => expect(words()).toEqual(['fresh', 'old']))
  expect(screen.queryByText('Sending …')).toBeNull()
  expect([keys.length, keys[0]?.length]).toEqual([1, 36])
  expect(calls.filter(({ route }) => route === write).map(({ input }) => input)).toEqual([{ postId: it.id, text: 'fresh', parentId: null }])
})

test('INT-04 what was refused keeps its words and says why; sent again it goes under the same key, or it is a draft again', async () => {
  let isDown = true
  const keys: string[] = []
  const { it } = await aThread(
    {},
    { [write]: ({ text }) => (isDown ? refuse(403, 'comments/thread-locked', 'Comments are closed') : comment({ text, postId: it.id })) },
  )
  const plain = globalThis.fetch
  vi.stubGlobal('fetch', (url: string, init: RequestInit = {}) => {
    if (init.method === 'POST') keys.push(new Headers(init.headers).get('idempotency-key') ?? '')
    return plain(url, init)
  })
  fireEvent.change(field(), { target: { value: 'my precious words' } })
  fireEvent.click(screen.getByRole('button', { name: 'Send' }))
  expect((await screen.findByRole('alert')).textContent).toContain('Not sent: Comments are closed')
  expect(localStorage.getItem(`of:nobody:draft:comment:${it.id}`)).toBe('my precious words')
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }))
  await waitFor(() => expect(keys).toHaveLength(2))
  fireEvent.click(await screen.findByRole('button', { name: 'Edit' }))
  await waitFor(() => expect(field().value).toBe('my precious words'))
  isDown = false
  fireEvent.click(screen.getByRole('button', { name: 'Send' }))
  await waitFor(() => expect(words()).toEqual(['my precious words']))
  expect(keys[0]).toBe(keys[1])
  expect(localStorage.getItem(`of:nobody:draft:comment:${it.id}`)).toBeNull()
})

test('a draft is there again when its page is opened again, and too many characters are said', async () => {
  const { again, it } = await aThread()
  fireEvent.change(field(), { target: { value: 'half a thou' } })
  await again(<p>elsewhere</p>)
  await again(<ThreadSection post={it} />)
  expect((await screen.findByRole('textbox', { name: 'Write a comment' })).textContent).toBe('half a thou')
  fireEvent.change(field(), { target: { value: 'x'.repeat(10_002) } })
  expect(screen.getByText('2 characters too many')).toBeTruthy()
  expect((screen.getByRole('button', { name: 'Send' }) as HTMLButtonElement).disabled).toBe(true)
})

test('whoever pressed the comment button of a card finds the composer in focus', async () => {
  const { it } = await aThread()
  HTMLElement.prototype.scrollIntoView = vi.fn()
  await act(async () => aboutToWrite.set(it.id))
  expect(document.activeElement).toBe(field())
  expect(aboutToWrite.get()).toBeNull()
})

test.each([
  ['signed-out', 'Log in to write a comment', 'Log in'],
  ['locked', 'Maya Lin has closed the comments', null],
  ['followers', 'Followers only: follow Maya Lin to comment', 'Follow Maya Lin'],
  ['holders', 'Holders only: get a pass of Maya Lin to comment', 'Get Inner circle, 1 CORE'],
  ['tippers', 'For those who have tipped Maya Lin', 'Tip'],
] as const)('INT-02 who may not write reads why, and what would change it: %s', async (whyNot, reason, door) => {
  await aThread(
    { thread: { viewer: { isOwner: false, mayWrite: false, whyNot } } },
    { 'GET /api/profiles/:handle/passes': () => ({ items: [tier()], nextCursor: null }) as never },
  )
  expect(document.querySelector('.comment-closed > span')?.textContent).toBe(reason)
  expect(screen.queryByRole('textbox')).toBeNull()
  if (door) expect((await screen.findByRole(door === 'Log in' ? 'link' : 'button', { name: door })).textContent).toBeTruthy()
})

test('INT-02 replies open when they are asked for, those that came since wait for the reader, and one replies to a person', async () => {
  const first = comment({ text: 'begin', counts: { likes: 0, replies: 1 } })
  const items = [first, comment({ text: 'answer', parentId: first.id })]
  const { it, calls } = await aThread(
    { items },
    { [write]: ({ text, parentId }) => comment({ text, parentId: parentId as string, postId: it.id }) },
  )
  await screen.findByText('begin')
  expect(screen.queryByText('answer')).toBeNull()
  fireEvent.click(screen.getByRole('button', { name: 'Show 1 reply' }))
  expect(await screen.findByText('answer')).toBeTruthy()
  await hears({
    type: 'comments.added',
    subjectId: it.id,
    comments: 3,
    inThread: { begun: false, replied: [{ parentId: first.id, replies: 2 }] },
  })
  expect(await screen.findByRole('button', { name: 'Hide 2 replies' })).toBeTruthy()
  expect(screen.getByRole('button', { name: 'Show 1 new reply' })).toBeTruthy()
  expect(words()).toEqual(['begin', 'answer'])
  fireEvent.click(screen.getAllByRole('button', { name: /^Reply to/ })[0] as HTMLElement)
  const reply = screen.getByRole('textbox', { name: 'Write a reply' })
  expect(document.activeElement).toBe(reply)
  fireEvent.change(reply, { target: { value: 'indeed' } })
  fireEvent.keyDown(reply, { key: 'Enter', metaKey: true })
  await waitFor(() => expect(words()).toContain('indeed'))
  expect(calls.find(({ route }) => route === write)?.input).toMatchObject({ parentId: first.id, text: 'indeed' })
  expect(screen.queryByRole('textbox', { name: 'Write a reply' })).toBeNull()
})

test('INT-02 one’s own comment is changed where it stands; what the server refuses leaves the words', async () => {
  const viewer = { liked: false, isAuthor: true, mayEdit: true, mayDelete: true }
  const mine = comment({ text: 'frist', viewer })
  let isLate = true
  const { it } = await aThread(
    { items: [mine] },
    {
      'PATCH /api/comments/:commentId': ({ text }) =>
        isLate
          ? refuse(409, 'comments/too-late', 'The time for this has passed')
          : { ...mine, postId: it.id, text: text as string, editedAt: mine.createdAt },
    },
  )
  await screen.findByText('frist')
  fireEvent.click(screen.getByText('Edit'))
  const area = screen.getByRole('textbox', { name: 'Text of your comment' })
  fireEvent.change(area, { target: { value: 'first' } })
  fireEvent.click(screen.getByRole('button', { name: 'Save' }))
  expect(await screen.findByText('The time for this has passed')).toBeTruthy()
  isLate = false
  fireEvent.click(screen.getByRole('button', { name: 'Save' }))
  expect(await screen.findByText('first')).toBeTruthy()
  expect(screen.getByRole('article').textContent).toContain('Edited')
})

test('INT-02 a deleted comment is gone at once and comes back by undo', async () => {
  const mine = comment({ text: 'oops', viewer: { liked: false, isAuthor: true, mayEdit: true, mayDelete: true } })
  const undoUntil = new Date(Date.now() + 10_000).toISOString()
  const { it } = await aThread(
    { items: [mine] },
    {
      'DELETE /api/comments/:commentId': () => ({ undoUntil }),
      'POST /api/comments/:commentId/restore': () => ({ ...mine, postId: it.id }),
    },
  )
  await screen.findByText('oops')
  fireEvent.click(screen.getByText('Delete'))
  await waitFor(() => expect(words()).toEqual([]))
  fireEvent.click(await screen.findByText('Undo'))
  await waitFor(() => expect(words()).toEqual(['oops']))
})

test('INT-02 others’ deletions, returns and edits are seen where they stand', async () => {
  const [one, two] = [comment({ text: 'one' }), comment({ text: 'two', counts: { likes: 0, replies: 1 } })]
  await aThread(
    { items: [one, two] },
    { 'GET /api/comments/:commentId': ({ commentId }) => ({ ...(commentId === one.id ? one : two), text: 'changed' }) },
  )
  await screen.findByText('one')
  for (const { id } of [one, two])
    await hears({ type: 'comment.deleted', subjectId: 'p', comments: 1, inThread: { commentId: id, replied: [] } })
  await waitFor(() => expect(words()).toEqual([]))
  expect(screen.getAllByText('This comment was deleted')).toHaveLength(1)
  await hears({ type: 'comment.restored', subjectId: 'p', comments: 1, inThread: { commentId: one.id, replied: [] } })
  await waitFor(() => expect(words()).toEqual(['changed']))
})

test('INT-02 the author of the post chooses who may write, and pins', async () => {
  const first = comment({ text: 'pin me' })
  const { calls } = await aThread(
    { thread: { viewer: { isOwner: true, mayWrite: true, whyNot: null } }, items: [first] },
    {
      'PATCH /api/posts/:postId/thread': (input) =>
        thread({ ...(input as object), pinned: first, viewer: { isOwner: true, mayWrite: true, whyNot: null } }),
    },
  )
  await screen.findByText('pin me')
  const menu = screen.getByRole('menu', { name: 'Who may comment', hidden: true })
  expect(within(menu).getByText('Everyone may comment').getAttribute('aria-checked')).toBe('true')
  fireEvent.click(within(menu).getByText('Holders of a pass only'))
  fireEvent.click(screen.getByText('Pin on top'))
  expect(await screen.findByText('Pinned by the author of the post')).toBeTruthy()
  expect(words()).toEqual(['pin me'])
  expect(calls.flatMap(({ route, input }) => (route.startsWith('PATCH') ? [input] : []))).toMatchObject([
    { rule: 'holders' },
    { pinnedId: first.id },
  ])
})

test('a comment that an address names stands on top with its replies open, and once', async () => {
  const first = comment({ text: 'linked', counts: { likes: 0, replies: 1 } })
  const reply = comment({ text: 'its answer', parentId: first.id })
  const it = post()
  const here = [first, reply].map((one) => ({ ...one, postId: it.id }))
  serve({
    'GET /api/posts/:postId/thread': () => thread({ comments: 2 }),
    [list]: ({ parentId }) => page(...here.filter((one) => one.parentId === (parentId ?? null))),
    'GET /api/comments/:commentId': ({ commentId }) => here.find(({ id }) => id === commentId) as CommentView,
  })
  await show(<ThreadSection post={it} />, { me: me(), at: `/?comment=${first.id}` })
  expect(await screen.findByText('its answer')).toBeTruthy()
  expect(within(screen.getByRole('region', { name: 'The comment of your link' })).getByText('linked')).toBeTruthy()
  expect(words()).toEqual(['linked', 'its answer'])
})

test('a comment is liked under its own route, and the count of a post is the server’s', async () => {
  const first = comment({ id: anId(), text: 'like me', counts: { likes: 4, replies: 0 } })
  const { calls, it } = await aThread({ items: [first] }, { 'PUT /api/comments/:commentId/like': () => ({ liked: true, likes: 5 }) })
  await screen.findByText('like me')
  fireEvent.click(screen.getByRole('button', { name: '4 likes' }))
  expect(screen.getByRole('button', { name: '5 likes' }).getAttribute('aria-pressed')).toBe('true')
  await waitFor(() =>
    expect(calls.some(({ route, input }) => route === 'PUT /api/comments/:commentId/like' && input['commentId'] === first.id)).toBe(true),
  )
  expect(commentCounts.truth(it.id)).toBe(1)
})
