import { QueryClient } from '@tanstack/react-query'
import { expect, test, vi } from 'vitest'
import { ApiProblem } from './problem.ts'
import { askTwice, createQueryClient, invalidate, invalidateOne, invalidateServer, read, readPages } from './query.ts'

const keys = {
  one: ['GET /api/posts/:postId', { postId: '1' }],
  two: ['GET /api/posts/:postId', { postId: '2' }],
  feed: ['GET /api/feed', { tab: 'explore' }, 'pages'],
  balance: ['balance', '0x1'],
  terms: ['purchase-terms', 'maya'],
}
function cache(): { queries: QueryClient; asked: () => string[] } {
  const queries = new QueryClient()
  for (const key of Object.values(keys)) queries.setQueryData(key, {})
  const asked = () => Object.entries(keys).flatMap(([name, key]) => (queries.getQueryState(key)?.isInvalidated ? [name] : []))
  return { queries, asked }
}

test('a read is asked again in all its answers, pages too, and by its whole name', async () => {
  const { queries, asked } = cache()
  await invalidate(queries, 'GET /api/posts/:postId', 'GET /api/feed', 'GET /api/me')
  expect(asked()).toEqual(['one', 'two', 'feed'])
})

test('one answer of a read can be asked again alone', async () => {
  const { queries, asked } = cache()
  await invalidateOne(queries, 'GET /api/posts/:postId', { postId: '2' })
  expect(asked()).toEqual(['two'])
})

test('everything of the server and some of the chain; the terms that somebody is looking at stay', async () => {
  const { queries, asked } = cache()
  await invalidateServer(queries, 'balance')
  expect(asked()).toEqual(['one', 'two', 'feed', 'balance'])
})

test('a server that reads the block a moment later is asked once more', () => {
  vi.useFakeTimers()
  const ask = vi.fn()
  askTwice(ask)
  expect(ask).toHaveBeenCalledTimes(1)
  vi.advanceTimersByTime(60_000)
  expect(ask).toHaveBeenCalledTimes(2)
  vi.useRealTimers()
})

test('a read is called by its route and input, and uses the call that it is given', async () => {
  const call = vi.fn(async () => ({ items: [], nextCursor: null })) as never
  const query = read('GET /api/feed', { tab: 'explore' }, call)
  expect(query.queryKey).toEqual(['GET /api/feed', { tab: 'explore' }])
  await new QueryClient().fetchQuery(query)
  expect(call).toHaveBeenCalledExactlyOnceWith('GET /api/feed', { tab: 'explore' })
})

test('a list goes on from the cursor of its last page, and ends where there is none', async () => {
  const call = vi.fn(async (_route: string, { cursor }: { cursor?: string }) => ({
    items: [cursor ?? 'first'],
    nextCursor: cursor ? null : 'c2',
  }))
  const found = await new QueryClient().fetchInfiniteQuery({ ...readPages('GET /api/feed', { tab: 'explore' }, call as never), pages: 3 })
  expect(found.pages.map(({ items }) => items)).toEqual([['first'], ['c2']])
})

test('only what may heal by itself is asked again: outages, not refusals', () => {
  const retry = createQueryClient().getDefaultOptions().queries?.retry as (count: number, error: Error) => boolean
  const problem = (status: number) => new ApiProblem({ type: 'x', status, title: 'x' })
  expect([0, 503].map((status) => retry(0, problem(status)))).toEqual([true, true])
  expect([401, 404, 422].map((status) => retry(0, problem(status)))).toEqual([false, false, false])
  expect([retry(1, problem(503)), retry(2, problem(503)), retry(0, new TypeError('lost'))]).toEqual([true, false, true])
})
