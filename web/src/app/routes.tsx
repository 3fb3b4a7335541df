import { routes as accounts } from '../features/accounts/index.ts'
import { routes as feed } from '../features/feed/index.ts'
import { routes as landing } from '../features/landing/index.ts'
import { routes as legal } from '../features/legal/index.ts'
import { routes as live } from '../features/live/index.ts'
import { routes as market } from '../features/market/index.ts'
import { routes as messages } from '../features/messages/index.ts'
import { routes as notifications } from '../features/notifications/index.ts'
import { routes as passes } from '../features/passes/index.ts'
import { routes as portfolio } from '../features/portfolio/index.ts'
import { routes as posts } from '../features/posts/index.ts'
import { routes as profiles } from '../features/profiles/index.ts'
import { routes as settings } from '../features/settings/index.ts'
import { routes as studio } from '../features/studio/index.ts'
import { routes as tips } from '../features/tips/index.ts'
import { routes as tokens } from '../features/tokens/index.ts'
import { rootRoute } from '../lib/root-route.ts'
import { ErrorPage, NotFoundPage } from './error-pages.tsx'
import { Root } from './shell.tsx'
import { ShellSkeleton } from './shell-skeleton.tsx'

rootRoute.update({
  component: Root,
  notFoundComponent: NotFoundPage,
  errorComponent: ErrorPage,
  pendingComponent: ShellSkeleton,
  pendingMs: 0,
})

/** Every page of the app: each feature says its own. */
export const routeTree = rootRoute.addChildren([
  ...accounts,
  ...feed,
  ...landing,
  ...legal,
  ...live,
  ...market,
  ...messages,
  ...notifications,
  ...passes,
  ...portfolio,
  ...posts,
  ...profiles,
  ...settings,
  ...studio,
  ...tips,
  ...tokens,
])
