import { createRouter as create, type RouterHistory } from '@tanstack/react-router'
import type { RouterContext } from '../lib/root-route.ts'
import { ErrorPage } from './error-pages.tsx'
import { routeTree } from './routes.tsx'

export function createRouter(context: RouterContext, history?: RouterHistory) {
  return create({
    routeTree,
    context,
    ...(history ? { history } : {}),
    defaultPreload: 'intent',
    defaultPreloadStaleTime: 0,
    defaultPendingMs: 120,
    defaultPendingMinMs: 0,
    defaultErrorComponent: ErrorPage,
    notFoundMode: 'root',
    // On the server it would print an inline script, which our CSP refuses.
    scrollRestoration: typeof window !== 'undefined',
  })
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createRouter>
  }
}
