import { type QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import type { createRouter } from './router.tsx'

// The server has nothing live; there it is nothing, and the browser fetches it beside the first paint.
const Live = lazy(async () => ({ default: typeof window === 'undefined' ? () => null : (await import('./live.tsx')).Live }))

/** The whole web app, the same on the server and in the browser. */
export const App = ({ queries, router }: { queries: QueryClient; router: ReturnType<typeof createRouter> }) => (
  <QueryClientProvider client={queries}>
    <RouterProvider router={router} />
    <Suspense>
      <Live />
    </Suspense>
  </QueryClientProvider>
)
