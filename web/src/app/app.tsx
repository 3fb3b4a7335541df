import { type QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { Suspense } from 'react'
import { useHydrated } from '../lib/hydrated.ts'
import { part } from '../ui/part.tsx'
import type { createRouter } from './router.tsx'

const Live = part(() => import('./live.tsx'), 'Live')

/** The whole web app, the same on the server and in the browser. */
export const App = ({ queries, router }: { queries: QueryClient; router: ReturnType<typeof createRouter> }) => (
  <QueryClientProvider client={queries}>
    <RouterProvider router={router} />
    <LiveLater />
  </QueryClientProvider>
)

/** The socket's ears are fetched once the page stands. */
const LiveLater = () =>
  useHydrated() && (
    <Suspense>
      <Live />
    </Suspense>
  )
