import { type QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { Live } from './live.tsx'
import type { createRouter } from './router.tsx'

/** The whole web app, the same on the server and in the browser. */
export const App = ({ queries, router }: { queries: QueryClient; router: ReturnType<typeof createRouter> }) => (
  <QueryClientProvider client={queries}>
    <RouterProvider router={router} />
    <Live />
  </QueryClientProvider>
)
