import type { QueryClient } from '@tanstack/react-query'
import { createRootRouteWithContext, createRoute, notFound, redirect } from '@tanstack/react-router'
import type { Call } from './api.ts'
import { ApiProblem } from './problem.ts'
import { meQuery } from './session.ts'

/** `call` is given on the server, where a page asks the modules and not the network. */
export type RouterContext = { queries: QueryClient; call?: Call }

// Known when it is built: what only the server reads does not travel to browsers.
export const onServer = import.meta.env.SSR

/** The root that every feature hangs its routes on. What it looks like is the app's: `app/routes.tsx` dresses it. */
export const rootRoute = createRootRouteWithContext<RouterContext>()({
  loader: async ({ context: { queries } }) => {
    if (!onServer) await queries.ensureQueryData(meQuery).catch(nobodyInAnOutage)
  },
})
export const under = (): typeof rootRoute => rootRoute

/** An address that things had before: it leads to where they are now, with whatever the query said. */
export function movedTo<const From extends string>(from: From, to: string) {
  movedAddresses.set(from, to)
  return createRoute({
    getParentRoute: under,
    path: from,
    beforeLoad: ({ search }) => {
      throw redirect({ to, search, replace: true })
    },
  })
}
/** Every such address with its new one: the server answers them before it renders anything. */
export const movedAddresses = new Map<string, string>()

/** While the API does not answer, a page is shown as to a visitor. */
export function nobodyInAnOutage(error: unknown): null {
  if (error instanceof ApiProblem) return null
  throw error
}

/** What the page cannot be without: 404 becomes our own page, any other problem the error page. */
export async function orNotFound<T>(found: Promise<T>): Promise<T> {
  try {
    return await found
  } catch (error) {
    if (hasStatus(error, 404) || hasStatus(error, 422)) throw notFound()
    throw error
  }
}
const hasStatus = (error: unknown, status: number): boolean =>
  typeof error === 'object' && error !== null && 'status' in error && error.status === status
