import type { QueryClient } from '@tanstack/react-query'
import { QueryClientProvider } from '@tanstack/react-query'
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router'
import { act, render } from '@testing-library/react'
import type { ReactNode } from 'react'
import { createQueryClient } from '../lib/query.ts'
import { type Config, configQuery, type Me, meQuery } from '../lib/session.ts'
import { createStore, useStore } from '../lib/store.ts'
import { Toaster } from '../ui/toaster.tsx'
import { config } from './views.ts'

export type Shown = { queries: QueryClient; where: () => string; again: (node: ReactNode) => Promise<void> }
type Setting = { me?: Me | null; at?: string; config?: Config }

/** What the document shows now; there is one document at a time. */
const shown = createStore<ReactNode>(null)
const Page = () => (
  <>
    {useStore(shown)}
    <Toaster />
  </>
)

/** One part in a document, with cache and router as in the app. A link leads to its address, and the part stays. */
export async function show(node: ReactNode, { me = null, at = '/', config: settings = config() }: Setting = {}): Promise<Shown> {
  const queries = createQueryClient()
  queries.setDefaultOptions({ queries: { ...queries.getDefaultOptions().queries, retry: false } })
  queries.setQueryData(meQuery.queryKey, me)
  queries.setQueryData(configQuery.queryKey, settings)
  shown.set(node)
  const root = createRootRoute({ component: Page, notFoundComponent: () => null })
  const router = createRouter({ routeTree: root, history: createMemoryHistory({ initialEntries: [at] }) })
  await router.load()
  await act(async () => {
    render(
      <QueryClientProvider client={queries}>
        <RouterProvider router={router as never} />
      </QueryClientProvider>,
    )
  })
  return {
    queries,
    where: () => router.history.location.href,
    again: (next) => act(async () => shown.set(next)),
  }
}
