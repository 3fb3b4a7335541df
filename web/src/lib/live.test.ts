import { QueryClient } from '@tanstack/react-query'
import { expect, test, vi } from 'vitest'
import { live as market } from '../features/market/live.ts'
import { live as passes } from '../features/passes/live.ts'
import { live as polls } from '../features/polls/live.ts'
import { live as profiles } from '../features/profiles/live.ts'
import { likes } from '../features/reactions/likes.ts'
import { live as reactions } from '../features/reactions/live.ts'
import { live as tips } from '../features/tips/live.ts'
import { tipCounts } from '../features/tips/tip-counts.ts'
import { live as tokens } from '../features/tokens/live.ts'
import { handleEvent, handleState, type LiveHandlers } from './live.ts'

const all = [market, passes, polls, profiles, reactions, tips, tokens]
const hears = (queries: QueryClient, event: object) => handleEvent(all, queries, event as never)

/** A cache that holds these reads, and the names of those that an event asks again. */
function asked(event: object, ...names: string[]): string[] {
  const queries = new QueryClient()
  for (const name of names) queries.setQueryData([name, {}], {})
  hears(queries, event)
  return names.filter((name) => queries.getQueryState([name, {}])?.isInvalidated)
}

test('an event reaches every feature that handles its type, in order, and no other', () => {
  const heard: string[] = []
  const feature = (name: string, type: 'post.deleted' | 'post.edited'): LiveHandlers => ({
    events: { [type]: () => void heard.push(name) },
  })
  const features = [feature('first', 'post.deleted'), feature('other', 'post.edited'), {}, feature('second', 'post.deleted')]
  handleEvent(features, new QueryClient(), { type: 'post.deleted', postId: '1' } as never)
  expect(heard).toEqual(['first', 'second'])
})

test('a type that nobody handles, also one that an older tab does not know, is let pass', () => {
  expect(() => hears(new QueryClient(), { type: 'meetup.planned' })).not.toThrow()
  expect(() => handleState(all, new QueryClient(), { type: 'weather' } as never)).not.toThrow()
})

test('a change of rights asks again for what it can open or lock, and for nothing else', () => {
  for (const type of ['access.changed', 'wallets.changed'])
    expect(asked({ type }, 'GET /api/feed', 'GET /api/posts/:postId', 'GET /api/me/passes', 'GET /api/me/tips', 'balance')).toEqual([
      'GET /api/feed',
      'GET /api/posts/:postId',
      'GET /api/me/passes',
    ])
})

test('a tier that changed asks for the shelf alone', () => {
  expect(asked({ type: 'tier.changed' }, 'GET /api/profiles/:handle/passes', 'GET /api/profiles/:handle', 'GET /api/feed')).toEqual([
    'GET /api/profiles/:handle/passes',
  ])
})

test('a trade moves price, holders and solvency, and leaves the list of trades where the reader is', () => {
  const shown = [
    'GET /api/tokens/:handle',
    'GET /api/tokens/:handle/holders',
    'GET /api/tokens/:handle/trades',
    'GET /api/solvency',
    'held-tokens',
  ]
  for (const type of ['token.changed', 'token.promised', 'launch.changed'])
    expect(asked({ type }, ...shown, 'GET /api/feed')).toEqual(shown.filter((name) => !name.endsWith('/trades')))
})

test('a sale on the market asks for listings and statistics, and leaves the resales where the reader is', async () => {
  const queries = new QueryClient()
  const isAsked = (name: string) => queries.getQueryState([name, {}])?.isInvalidated
  for (const name of ['GET /api/market/listings', 'GET /api/market/stats', 'GET /api/market/activity']) queries.setQueryData([name, {}], {})
  hears(queries, { type: 'pass.sold' })
  await vi.waitFor(() => expect(isAsked('GET /api/market/listings')).toBe(true))
  expect([isAsked('GET /api/market/stats'), isAsked('GET /api/market/activity')]).toEqual([true, false])
})

test('counters of a profile are taken from the event where the profile is on the screen', () => {
  const queries = new QueryClient()
  const key = (handle: string) => ['GET /api/profiles/:handle', { handle }]
  queries.setQueryData(key('maya'), { id: 'a', counters: { fans: 1 } })
  queries.setQueryData(key('leo'), { id: 'b', counters: { fans: 5 } })
  hears(queries, { type: 'profile.counted', accountId: 'a', counters: { fans: 2 } })
  expect([queries.getQueryData(key('maya')), queries.getQueryData(key('leo'))]).toEqual([
    { id: 'a', counters: { fans: 2 } },
    { id: 'b', counters: { fans: 5 } },
  ])
})

test('a like of somebody else moves the number and not my heart; one of mine on another device moves both', () => {
  likes.learn('p1', { liked: false, likes: 3 })
  hears(new QueryClient(), { type: 'subject.liked', subjectId: 'p1', likes: 4, byMe: false })
  expect(likes.truth('p1')).toEqual({ liked: false, likes: 4 })
  hears(new QueryClient(), { type: 'subject.liked', subjectId: 'p1', likes: 5, byMe: true })
  expect(likes.truth('p1')).toEqual({ liked: true, likes: 5 })
})

test('what nobody looks at learns nothing', () => {
  hears(new QueryClient(), { type: 'subject.liked', subjectId: 'p-unseen', likes: 4, byMe: true })
  expect(likes.truth('p-unseen')).toBeUndefined()
})

test('a tip counts at its post, and counts back when the network takes it back; a tip without a post counts nowhere', () => {
  tipCounts.learn('p2', 1)
  hears(new QueryClient(), { type: 'tip.seen', subjectId: 'p2', tips: 2 })
  expect(tipCounts.truth('p2')).toBe(2)
  hears(new QueryClient(), { type: 'tip.reversed', subjectId: 'p2', tips: 1 })
  hears(new QueryClient(), { type: 'tip.seen', subjectId: null, tips: 9 })
  expect(tipCounts.truth('p2')).toBe(1)
})
