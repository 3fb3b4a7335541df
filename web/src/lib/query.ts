import type { Api, ApiRoute } from '@corefans/shared/api.ts'
import { infiniteQueryOptions, QueryClient, queryOptions } from '@tanstack/react-query'
import { api, type Call } from './api.ts'
import { ApiProblem } from './problem.ts'

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

/** Only what may heal by itself is asked again: outages and lost connections. */
const mayHeal = (error: unknown): boolean => !(error instanceof ApiProblem) || error.status === 0 || error.status >= 500

export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        gcTime: 10 * 60_000,
        refetchOnWindowFocus: false,
        retry: (count, error) => mayHeal(error) && count < 2,
      },
    },
  })
