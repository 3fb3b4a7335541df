import type { Api, ApiRoute } from '@corefans/shared/api.ts'
import { infiniteQueryOptions, QueryClient, queryOptions } from '@tanstack/react-query'
import { api, type Call } from './api.ts'
import { ApiProblem, isOnline } from './problem.ts'

const browserCall: Call = (route, input) => api(route, input)

/** A cached read. Its key is the route and the input, so that anyone can name it. On the server `call` is passed in. */
export const read = <R extends ApiRoute>(route: R, input: Api[R]['input'], call: Call = browserCall) =>
  queryOptions({ queryKey: [route, input] as const, queryFn: () => call(route, input) })

type Paged = { [R in ApiRoute]: Api[R]['output'] extends { items: unknown[]; nextCursor: string | null } ? R : never }[ApiRoute]

/** A list that goes on, by cursor. */
export const readPages = <R extends Paged>(route: R, input: Api[R]['input'], call: Call = browserCall) =>
  infiniteQueryOptions({
    queryKey: [route, input, 'pages'] as const,
    queryFn: ({ pageParam }) => call(route, (pageParam ? { ...input, cursor: pageParam } : input) as Api[R]['input']),
    initialPageParam: null as string | null,
    getNextPageParam: (page: { nextCursor: string | null }) => page.nextCursor,
  })

/** The reads of the API: what a cached answer is called. */
export type ApiRead = Extract<ApiRoute, `GET ${string}`>
/** What is read of the chain and cached beside the API's answers, by the first word of its key. */
export type ChainRead = 'balance' | 'credit' | 'held-tokens' | 'my-collections' | 'owed'

/** Asks again for what these reads have answered, whatever their input was. A page that shows none of it asks nothing. */
export const invalidate = (queries: QueryClient, ...reads: (ApiRead | ChainRead)[]): Promise<void> =>
  queries.invalidateQueries({ predicate: ({ queryKey: [name] }) => (reads as unknown[]).includes(name) })

/** Asks again for one answer of a read. */
export const invalidateOne = <R extends ApiRead>(queries: QueryClient, route: R, input: Api[R]['input']): Promise<void> =>
  queries.invalidateQueries({ queryKey: [route, input] })

/** Asks again for every answer of the server that the page shows, and for these reads of the chain. */
export const invalidateServer = (queries: QueryClient, ...reads: ChainRead[]): Promise<void> =>
  queries.invalidateQueries({ predicate: ({ queryKey: [name] }) => String(name).startsWith('GET ') || (reads as unknown[]).includes(name) })

/** For a server that reads the block a moment later than the wallet does. */
const aMomentMs = 2_000
/** Asks now, and once more when the server has read the block as well. */
export function askTwice(ask: () => void): void {
  ask()
  setTimeout(ask, aMomentMs)
}

/** Only what may heal by itself in a moment is asked again: outages and lost connections, but not while there is no network at all. */
const mayHeal = (error: unknown): boolean => {
  if (!(error instanceof ApiProblem) || error.status >= 500) return true
  return error.status === 0 && isOnline()
}

export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        gcTime: 10 * 60_000,
        refetchOnWindowFocus: false,
        retry: (count, error) => mayHeal(error) && count < 2,
        // Without a network a page says so at once. Left to wait it would never answer.
        networkMode: 'always',
      },
      // And what somebody does is refused at once. Left to wait it would be done later, when nobody looks.
      mutations: { networkMode: 'always' },
    },
  })
