import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { joining } from '../../lib/joining.ts'
import { refuse, serve } from '../../testing/api.ts'
import { show } from '../../testing/show.tsx'
import { core, image, me, oneCore, person, poll, post, tier } from '../../testing/views.ts'
import { PostCard } from './post-card.tsx'
import { handlePostDeletedEvent, learnPost } from './posts.ts'

const card = () => screen.getByRole('article')

test('a post says who wrote it, for whom, and what it is about', async () => {
  const it = post({ editedAt: '2026-11-02T12:00:00.000Z', audience: 'followers' })
  await show(<PostCard post={it} />)
  expect(card().getAttribute('aria-label')).toBe('Post by Maya Lin')
  for (const words of ['The tide was low today', '@maya', 'Followers', '· Edited']) expect(within(card()).getByText(words)).toBeTruthy()
  expect(screen.getByRole('link', { name: 'Maya Lin' }).getAttribute('href')).toBe('/@maya')
})

test('a virtual creator is marked on every post', async () => {
  await show(<PostCard post={post({ author: person({ ai: true }) })} />)
  expect(within(card()).getByText('AI')).toBeTruthy()
})

test('web addresses in the text are links that vouch for nothing', async () => {
  await show(<PostCard post={post({ text: 'Look: https://example.com/a, please' })} />)
  const link = screen.getByRole('link', { name: 'example.com/a' })
  expect([link.getAttribute('href'), link.getAttribute('rel')]).toEqual(['https://example.com/a', 'ugc nofollow noopener'])
})

test('text that looks like markup stays text', async () => {
  await show(<PostCard post={post({ text: '<img src=x onerror=alert(1)>' })} />)
  expect(screen.getByText('<img src=x onerror=alert(1)>')).toBeTruthy()
  expect(card().querySelector('img[src="x"]')).toBeNull()
})

test('a long text is cut until somebody wants more, and whole on its own page', async () => {
  const long = post({ text: 'word '.repeat(120) })
  const { again } = await show(<PostCard post={long} />)
  fireEvent.click(screen.getByRole('button', { name: 'See more' }))
  expect(screen.queryByRole('button', { name: 'See more' })).toBeNull()
  await again(<PostCard key="whole" post={post({ text: 'word '.repeat(120) })} whole />)
  expect(screen.queryByRole('button', { name: 'See more' })).toBeNull()
})

test('four pictures are shown, the others are a number on the last', async () => {
  const media = [1, 2, 3, 4, 5, 6].map((nth) => image({ url: `/media/${nth}/large.webp`, alt: `Picture ${nth}` }))
  await show(<PostCard post={post({ media })} />)
  const shots = screen.getAllByRole('button', { name: /^Open image/ })
  expect(shots.map((shot) => shot.getAttribute('aria-label'))).toContain('Open image 4 of 6: Picture 4')
  expect([shots.length, within(shots[3] as HTMLElement).getByText('+2').textContent]).toEqual([4, '+2'])
})

test('a picture opens full size, and arrow keys turn to the next', async () => {
  const media = [1, 2].map((nth) => image({ url: `/media/${nth}/large.webp`, alt: `Picture ${nth}` }))
  await show(<PostCard post={post({ media })} />)
  fireEvent.click(screen.getByRole('button', { name: 'Open image 1 of 2: Picture 1' }))
  const box = await screen.findByRole('dialog', { name: 'Image' })
  expect(within(box).getByText('Picture 1')).toBeTruthy()
  fireEvent.keyDown(box, { key: 'ArrowRight' })
  expect(await within(box).findByText('Picture 2')).toBeTruthy()
})

test('a locked post shows a blur, what is inside and what opens it; no likes, no poll', async () => {
  const { tierId, name, price } = tier()
  const it = post({
    locked: true,
    audience: { anyOf: [[{ kind: 'pass' }]] },
    media: [image({ url: undefined, alt: undefined })] as never,
    poll: poll(),
    unlock: { follow: false, tiers: [{ tierId, name, price, soldOut: false }] },
  })
  const { text: _text, ...without } = it
  await show(<PostCard post={without} />)
  for (const words of ['Unlock with a pass of Maya', '1 image and a poll', 'Pass holders'])
    expect(within(card()).getByText(words)).toBeTruthy()
  expect(screen.getByRole('button', { name: 'Get Inner circle, 1 CORE' })).toBeTruthy()
  expect(screen.queryByRole('radiogroup')).toBeNull()
  expect(card().querySelector('.post-locked img')?.getAttribute('src')).toBe('/media/p/preview.webp')
  expect((screen.getByRole('button', { name: /likes$/ }) as HTMLButtonElement).disabled).toBe(true)
})

test('a post for followers opens by following, one for sale by its price', async () => {
  const { again } = await show(<PostCard post={post({ locked: true, unlock: { follow: true, tiers: [] } })} />, { me: me() })
  expect(screen.getByText('For followers of Maya')).toBeTruthy()
  expect(screen.getByRole('button', { name: 'Follow Maya Lin' })).toBeTruthy()
  await again(<PostCard key="sold" post={post({ locked: true, unlock: { follow: false, tiers: [], price: core(oneCore) } })} />)
  expect(screen.getByText('Maya sells this post')).toBeTruthy()
  expect(screen.getByRole('button', { name: 'Unlock for 1 CORE' })).toBeTruthy()
})

test('where every tier is sold out, nothing is offered', async () => {
  const { tierId, name, price } = tier()
  await show(<PostCard post={post({ locked: true, unlock: { follow: false, tiers: [{ tierId, name, price, soldOut: true }] } })} />)
  expect(screen.getByText('All passes are sold out')).toBeTruthy()
  expect(screen.queryByRole('button', { name: /^Get / })).toBeNull()
})

test('one change of a post is seen in every list that shows it', async () => {
  const it = post()
  await show(
    <>
      <PostCard post={it} />
      <PostCard post={it} />
    </>,
  )
  learnPost({ ...it, text: 'The tide came back' })
  await waitFor(() => expect(screen.getAllByText('The tide came back')).toHaveLength(2))
})

test('a deleted post leaves a note in its place; its author may take that back', async () => {
  const it = post({ viewer: { liked: false, isAuthor: true } })
  await show(<PostCard post={it} />, { me: me() })
  handlePostDeletedEvent(it.id)
  await waitFor(() => expect(screen.queryByText('The tide was low today')).toBeNull())
})

test('only its author is offered to edit or delete a post', async () => {
  const { again } = await show(<PostCard post={post()} />, { me: me() })
  fireEvent.click(screen.getByRole('button', { name: 'More about this post by Maya Lin' }))
  expect(await screen.findByText('Copy link')).toBeTruthy()
  expect(screen.queryByText('Delete')).toBeNull()
  await again(<PostCard key="mine" post={post({ viewer: { liked: false, isAuthor: true } })} />)
  fireEvent.click(screen.getByRole('button', { name: 'More about this post by Maya Lin' }))
  expect(await screen.findByText('Delete')).toBeTruthy()
})

test('a like is shown at once and kept when the server has it', async () => {
  const it = post()
  const calls = serve({ 'PUT /api/posts/:postId/like': () => ({ liked: true, likes: 8 }) })
  await show(<PostCard post={it} />, { me: me() })
  fireEvent.click(screen.getByRole('button', { name: '7 likes' }))
  expect(screen.getByRole('button', { name: '8 likes' }).getAttribute('aria-pressed')).toBe('true')
  await waitFor(() => expect(calls.find(({ route }) => route.startsWith('PUT'))?.input).toEqual({ postId: it.id }))
  expect(screen.getByRole('button', { name: '8 likes' })).toBeTruthy()
})

test('a like that the server refuses is taken back, with the reason', async () => {
  serve({ 'PUT /api/posts/:postId/like': () => refuse(403, 'access/locked', 'This post is locked') })
  await show(<PostCard post={post()} />, { me: me() })
  fireEvent.click(screen.getByRole('button', { name: '7 likes' }))
  await waitFor(() => expect(screen.getByRole('button', { name: '7 likes' }).getAttribute('aria-pressed')).toBe('false'))
  expect(screen.getAllByText(/This post is locked/).length).toBeGreaterThan(0)
})

test('the second click of a double click does not take the like back', async () => {
  const calls = serve({ 'PUT /api/posts/:postId/like': () => ({ liked: true, likes: 8 }) })
  await show(<PostCard post={post()} />, { me: me() })
  fireEvent.click(screen.getByRole('button', { name: '7 likes' }), { detail: 1 })
  fireEvent.click(screen.getByRole('button', { name: '8 likes' }), { detail: 2 })
  await waitFor(() => expect(calls.filter(({ route }) => route.includes('/like'))).toHaveLength(1))
  expect(screen.getByRole('button', { name: '8 likes' })).toBeTruthy()
})

test('M17 a visitor who likes is asked to join, in place', async () => {
  const it = post()
  const { where } = await show(<PostCard post={it} />)
  fireEvent.click(screen.getByRole('button', { name: '7 likes' }))
  expect([joining.get(), where()]).toEqual([{ to: 'like', act: { does: 'like', postId: it.id } }, '/'])
})

test('nobody tips themselves', async () => {
  await show(<PostCard post={post({ viewer: { liked: false, isAuthor: true } })} />, { me: me() })
  expect((screen.getByRole('button', { name: 'Tip Maya Lin: 2 so far' }) as HTMLButtonElement).disabled).toBe(true)
})
