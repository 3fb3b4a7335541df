import { fireEvent, screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { refuse, serve } from '../../testing/api.ts'
import { show } from '../../testing/show.tsx'
import { me, person, personCard } from '../../testing/views.ts'
import { About } from './about.tsx'
import { CrowdPage } from './crowd-page.tsx'
import { ProfileHeader } from './profile-header.tsx'
import { ProfileTabs } from './profile-tabs.tsx'

let nth = 0
/** Each with a handle of its own: who follows whom outlives a test. */
const profile = (rest: object = {}) =>
  ({
    ...person({ handle: `someone${++nth}` }),
    bio: 'Paints the sea',
    location: 'Porto',
    links: ['https://example.com/maya'],
    coverUrl: null,
    joinedAt: '2026-03-01T12:00:00.000Z',
    counters: { posts: 1, images: 2410, videos: 0, audio: 0, streams: 0, likes: 1, fans: 12 },
    following: 3,
    holders: 1,
    viewer: { isSelf: false, follows: false, followsYou: false, blocks: false, mutes: false },
    ...rest,
  }) as never

const words = () => screen.getByRole('region', { name: 'Profile' }).textContent ?? ''

test('a profile says who it is, since when, and what others made of it', async () => {
  await show(<ProfileHeader profile={profile()} />, { me: me() })
  expect(screen.getByRole('heading', { level: 1, name: 'Maya Lin' })).toBeTruthy()
  for (const part of ['Paints the sea', 'Porto', '12 fans', '3 following', '1 like', '1 pass holder']) expect(words()).toContain(part)
  expect(words()).toMatch(/Joined Mar\w* 2026/)
  expect(screen.getByRole('link', { name: 'example.com/maya' }).getAttribute('rel')).toContain('nofollow')
})

test('a virtual creator is named as one, on the page and in the words about them', async () => {
  const { again } = await show(<ProfileHeader profile={profile({ ai: true })} />)
  expect(words()).toContain('Virtual creator · AI')
  await again(<About profile={profile({ ai: true })} />)
  expect(screen.getByText(/This is a virtual creator/)).toBeTruthy()
})

test('one edits oneself and follows others', async () => {
  const { again } = await show(
    <ProfileHeader profile={profile({ viewer: { isSelf: true, follows: false, followsYou: false, blocks: false, mutes: false } })} />,
    {
      me: me(),
    },
  )
  expect(screen.getByRole('link', { name: 'Edit profile' }).getAttribute('href')).toBe('/settings/profile')
  expect(screen.queryByRole('button', { name: /Follow/ })).toBeNull()
  await again(
    <ProfileHeader profile={profile({ viewer: { isSelf: false, follows: true, followsYou: true, blocks: false, mutes: false } })} />,
  )
  expect(screen.queryByRole('link', { name: 'Edit profile' })).toBeNull()
  expect(screen.getByRole('button', { name: 'Following Maya Lin' })).toBeTruthy()
  expect(screen.getByText('Follows you')).toBeTruthy()
})

test('the number of fans follows the own follow at once', async () => {
  serve({ 'PUT /api/profiles/:handle/follow': () => refuse(403, 'profiles/blocked') })
  await show(<ProfileHeader profile={profile()} />, { me: me() })
  fireEvent.click(screen.getByRole('button', { name: 'Follow Maya Lin' }))
  expect(words()).toContain('13 fans')
  await waitFor(() => expect(words()).toContain('12 fans'))
})

test('passes that somebody shows lead to their creators, and none is no list', async () => {
  const holdings = [{ handle: 'leo', creatorName: 'Leo Park', tierName: 'Patrons' }]
  const { again } = await show(<ProfileHeader profile={profile({ holdings })} />)
  expect(screen.getByRole('link', { name: 'Leo Park · Patrons' }).getAttribute('href')).toBe('/@leo')
  await again(<ProfileHeader profile={profile()} />)
  expect(screen.queryByRole('list', { name: 'Passes held' })).toBeNull()
})

test('tabs name one as the current, count what can be counted, and the first has the short address', async () => {
  const it = profile({ handle: 'maya' })
  await show(<ProfileTabs profile={it} now="images" />)
  const tabs = screen.getAllByRole('link')
  expect(tabs.filter((tab) => tab.getAttribute('aria-current')).map((tab) => tab.textContent)).toEqual(['2,410Media'])
  expect(tabs.map((tab) => tab.getAttribute('href'))).toEqual(['/@maya', '/@maya/media', '/@maya/polls', '/@maya/passes', '/@maya/about'])
})

test('about: all links, and a word where there is none', async () => {
  await show(<About profile={profile({ bio: '', links: ['https://a.test/', 'https://b.test/'] })} />)
  expect(screen.getByText('No words yet.')).toBeTruthy()
  expect(screen.getAllByRole('link').map((link) => link.textContent)).toEqual(['a.test', 'b.test'])
})

test('fans and followed people are lists of people, or a sentence', async () => {
  serve({
    'GET /api/profiles/:handle/fans': () => ({ items: [personCard({ handle: 'ada', name: 'Ada' })], nextCursor: null }),
    'GET /api/profiles/:handle/following': () => ({ items: [], nextCursor: null }),
  })
  const { again } = await show(<CrowdPage crowd="fans" />)
  await waitFor(() => expect(screen.getByRole('list', { name: 'Fans' }).textContent).toContain('Ada'))
  await again(<CrowdPage crowd="following" />)
  expect(await screen.findByText(/follows nobody yet/)).toBeTruthy()
})
