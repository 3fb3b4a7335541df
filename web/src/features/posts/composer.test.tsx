import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { refuse, serve } from '../../testing/api.ts'
import { show } from '../../testing/show.tsx'
import { image, me, post, tier, withDollars } from '../../testing/views.ts'
import { ComposerDialog } from './composer.tsx'
import { whyNotPublish } from './draft.ts'
import { MediaStrip } from './media-strip.tsx'
import { UploadRow } from './upload-row.tsx'
import type { Uploads } from './use-uploads.ts'

const text = () => screen.getByRole('textbox', { name: 'Text of your post' }) as HTMLTextAreaElement
const write = (words: string) => fireEvent.change(text(), { target: { value: words } })
const button = (name: string) => screen.getByRole('button', { name }) as HTMLButtonElement

test('nothing cannot be posted, and the reason is said', async () => {
  await show(<ComposerDialog onClose={() => {}} />, { me: me() })
  expect([button('Post').disabled, button('Post').title]).toEqual([true, 'Write something or add an image, a video or a sound'])
  write('The tide is low')
  expect(button('Post').disabled).toBe(false)
})

test('a post is sent once, with its audience, and the dialog closes', async () => {
  const onClose = vi.fn()
  const calls = serve({ 'POST /api/posts': () => post({ text: 'The tide is low' }) })
  await show(<ComposerDialog onClose={onClose} />, { me: me() })
  write('The tide is low')
  fireEvent.click(screen.getByRole('radio', { name: 'Followers' }))
  fireEvent.click(button('Post'))
  await waitFor(() => expect(onClose).toHaveBeenCalled())
  const sent = calls.filter(({ route }) => route === 'POST /api/posts')
  expect(sent.map(({ input }) => input)).toEqual([{ text: 'The tide is low', audience: 'followers', mediaIds: [] }])
})

test('a post that is refused keeps its words and says why', async () => {
  const onClose = vi.fn()
  serve({ 'POST /api/posts': () => refuse(422, 'posts/empty', 'Too many posts today') })
  await show(<ComposerDialog onClose={onClose} />, { me: me() })
  write('The tide is low')
  fireEvent.click(button('Post'))
  await waitFor(() => expect(screen.getAllByText(/Your words are kept/).length).toBeGreaterThan(0))
  expect([text().value, onClose.mock.calls.length]).toEqual(['The tide is low', 0])
})

test('what was written survives a closed tab; the audience of the last post is the first of the next', async () => {
  const { again } = await show(<ComposerDialog onClose={() => {}} />, { me: me() })
  write('Half a thought')
  await again(<p>Another page</p>)
  await again(<ComposerDialog onClose={() => {}} />)
  expect(text().value).toBe('Half a thought')
  serve({ 'POST /api/posts': () => post() })
  fireEvent.click(screen.getByRole('radio', { name: 'Followers' }))
  fireEvent.click(button('Post'))
  await waitFor(() =>
    expect(JSON.parse(localStorage.getItem('of:nobody:draft:post') ?? '{}')).toMatchObject({ text: '', audience: 'followers' }),
  )
})

test('a post that is edited begins with what it is, and leaves the draft of a new one alone', async () => {
  localStorage.setItem('of:nobody:draft:post', JSON.stringify({ text: 'A draft' }))
  const it = post({ text: 'The tide was low', audience: 'followers' })
  const calls = serve({ 'PATCH /api/posts/:postId': () => it })
  await show(<ComposerDialog onClose={() => {}} editing={it} />, { me: me() })
  expect([text().value, (screen.getByRole('radio', { name: 'Followers' }) as HTMLInputElement).checked]).toEqual(['The tide was low', true])
  expect(screen.queryByRole('button', { name: 'Poll' })).toBeNull()
  write('The tide was high')
  fireEvent.click(button('Save'))
  await waitFor(() =>
    expect(calls.find(({ route }) => route.startsWith('PATCH'))?.input).toMatchObject({ postId: it.id, text: 'The tide was high' }),
  )
  expect(localStorage.getItem('of:nobody:draft:post')).toBe(JSON.stringify({ text: 'A draft' }))
})

test('a poll asks for its question and two options', async () => {
  await show(<ComposerDialog onClose={() => {}} />, { me: me() })
  fireEvent.click(button('Poll'))
  expect(button('Post').title).toBe('Ask the question of your poll')
  fireEvent.change(screen.getByRole('textbox', { name: 'Question of your poll' }), { target: { value: 'Which colour?' } })
  expect(button('Post').title).toBe('A poll needs two options')
  fireEvent.change(screen.getByLabelText('Option 1'), { target: { value: 'Blue' } })
  fireEvent.change(screen.getByLabelText('Option 2'), { target: { value: 'Red' } })
  expect(button('Post').disabled).toBe(false)
})

test('for pass holders: any pass, or the chosen tiers', async () => {
  const calls = serve({
    'GET /api/profiles/:handle/passes': () => ({ items: [tier(), tier({ tierId: 2, name: 'Patrons' })], nextCursor: null }),
    'POST /api/posts': () => post(),
  })
  await show(<ComposerDialog onClose={() => {}} />, { me: me() })
  write('For you')
  fireEvent.click(screen.getByRole('radio', { name: 'Pass holders' }))
  expect(await screen.findByText('Any pass opens it')).toBeTruthy()
  fireEvent.click(screen.getByRole('checkbox', { name: 'Patrons' }))
  fireEvent.click(button('Post'))
  await waitFor(() => expect(calls.some(({ route }) => route === 'POST /api/posts')).toBe(true))
  expect(calls.find(({ route }) => route === 'POST /api/posts')?.input['audience']).toEqual({ anyOf: [[{ kind: 'pass', tierIds: [2] }]] })
})

test('for sale: a price above nothing, in the parts of its currency', async () => {
  const calls = serve({ 'POST /api/posts': () => post() })
  await show(<ComposerDialog onClose={() => {}} />, { me: me(), config: withDollars() })
  write('For sale')
  fireEvent.click(screen.getByRole('radio', { name: 'For sale' }))
  fireEvent.change(screen.getByLabelText('Price in CORE'), { target: { value: 'free' } })
  expect(screen.getByText('Digits only, such as 1.5')).toBeTruthy()
  fireEvent.change(screen.getByLabelText('Price in CORE'), { target: { value: '0' } })
  expect(screen.getByText('A price above nothing')).toBeTruthy()
  fireEvent.click(screen.getByRole('radio', { name: 'CORE' }))
  fireEvent.change(screen.getByLabelText('Price in CORE'), { target: { value: '2.5' } })
  fireEvent.click(screen.getByRole('radio', { name: 'tUSD' }))
  fireEvent.click(button('Post'))
  await waitFor(() => expect(calls.some(({ route }) => route === 'POST /api/posts')).toBe(true))
  expect(calls.find(({ route }) => route === 'POST /api/posts')?.input['audience']).toEqual({
    anyOf: [[{ kind: 'purchase', currency: 'usd', amount: '2500000' }]],
  })
})

test.each([
  ['15,50', '15500000000000000000'],
  ['0,5', '500000000000000000'],
  ['.5', '500000000000000000'],
  [' ٠٫٥ ', '500000000000000000'],
])('UXP-03 a post at “%s” is sold for what stands in the field', async (typed, amount) => {
  const calls = serve({ 'POST /api/posts': () => post() })
  await show(<ComposerDialog onClose={() => {}} />, { me: me() })
  write('A song')
  fireEvent.click(screen.getByRole('radio', { name: 'For sale' }))
  fireEvent.change(screen.getByLabelText('Price in CORE'), { target: { value: typed } })
  fireEvent.click(button('Post'))
  await waitFor(() => expect(calls.some(({ route }) => route === 'POST /api/posts')).toBe(true))
  const sent = calls.find(({ route }) => route === 'POST /api/posts')?.input['audience']
  expect(sent).toEqual({ anyOf: [[{ kind: 'purchase', currency: 'core', amount }]] })
})

test.each(['', '0', '-1', '1.2.3', '1e400', 'free'])('a post at “%s” is not published at another price', async (typed) => {
  await show(<ComposerDialog onClose={() => {}} />, { me: me() })
  write('A song')
  fireEvent.click(screen.getByRole('radio', { name: 'For sale' }))
  fireEvent.change(screen.getByLabelText('Price in CORE'), { target: { value: '2' } })
  fireEvent.change(screen.getByLabelText('Price in CORE'), { target: { value: typed } })
  expect([button('Post').disabled, button('Post').title]).toEqual([true, 'Say what it costs'])
})

test('why a post cannot be published, in the order that a person can mend it', () => {
  const draft = {
    text: '',
    audience: 'public' as const,
    price: { text: '1', currency: 'core' as const },
    media: [],
    pending: [],
    poll: null,
  }
  expect(whyNotPublish({ ...draft, text: 'x' }, true, false)).toBe('Media are still on their way')
  expect(whyNotPublish({ ...draft, text: 'x'.repeat(5_002) }, false, false)).toBe('2 characters too many')
  expect(whyNotPublish({ ...draft, text: ' \n ' }, false, false)).toBe('Write something or add an image, a video or a sound')
  expect(whyNotPublish(draft, false, true)).toBeNull()
})

const at = (rest: Partial<Uploads> = {}): Uploads => ({
  uploads: [],
  add: vi.fn(),
  pause: vi.fn(),
  goOn: vi.fn(),
  remove: vi.fn(),
  ...rest,
})
const shots = ['One', 'Two', 'Three'].map((alt) => ({ ...image({ alt }), id: alt, url: `/${alt}.webp` })) as never[]
test('images are moved and removed by their place, and the ends go no further', async () => {
  const onChange = vi.fn()
  await show(<MediaStrip media={shots} at={at()} onChange={onChange} />)
  const ids = () => ((onChange.mock.lastCall ?? [[]])[0] as { id: string }[]).map(({ id }) => id)
  expect([button('Move image 1 up').disabled, button('Move image 3 down').disabled]).toEqual([true, true])
  fireEvent.click(button('Move image 3 up'))
  expect(ids()).toEqual(['One', 'Three', 'Two'])
  fireEvent.click(button('Remove image 2'))
  expect(ids()).toEqual(['One', 'Three'])
})

test('a description is saved when its field is left, and only if it changed', async () => {
  const calls = serve({ 'PATCH /api/media/:mediaId': () => ({}) as never })
  await show(<MediaStrip media={shots} at={at()} onChange={() => {}} />)
  const field = screen.getByLabelText('Describe image 1 for people who cannot see it')
  await act(async () => fireEvent.blur(field))
  expect(calls).toEqual([])
})

test('a picture on its way says how far it is', async () => {
  await show(
    <MediaStrip media={[]} at={at({ uploads: [{ key: 'a', name: 'boat.jpg', share: 0.4, state: 'sending' }] })} onChange={() => {}} />,
  )
  const list = screen.getByRole('list', { name: 'Media' })
  expect((within(list).getByRole('progressbar', { name: 'Uploading boat.jpg' }) as HTMLProgressElement).value).toBe(0.4)
})

test('CON-02 the composer says how each upload stands, and lets it be paused, gone on with, chosen again and removed', async () => {
  const ways = at()
  const row = (rest: object) => <UploadRow upload={{ key: 'k', name: 'a.mp4', share: 0.42, state: 'sending', ...rest }} at={ways} />
  const { again } = await show(row({}))
  expect(screen.getByText('42 %')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: 'Pause a.mp4' }))
  await again(row({ state: 'paused' }))
  fireEvent.click(screen.getByRole('button', { name: 'Go on with a.mp4' }))
  await again(row({ state: 'failed', why: 'The file is broken or cut off' }))
  expect(screen.getByText('The file is broken or cut off')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: 'Remove a.mp4' }))
  await again(row({ state: 'resting' }))
  expect(screen.getByRole('button', { name: 'Choose' })).toBeTruthy()
  await waitFor(() =>
    expect([ways.pause, ways.goOn, ways.remove].map((way) => vi.mocked(way).mock.calls)).toEqual([[['k']], [['k']], [['k']]]),
  )
})
