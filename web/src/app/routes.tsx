import type { QueryClient } from '@tanstack/react-query'
import { createRootRouteWithContext, createRoute, notFound } from '@tanstack/react-router'
import { LoginPage, SignupPage } from '../features/accounts/index.ts'
import { promotedQuery } from '../features/discover/index.ts'
import { ExplorePage, HomePage, shelfQuery } from '../features/feed/index.ts'
import { LandingPage, WelcomePage } from '../features/landing/index.ts'
import { isDoc, LegalPage } from '../features/legal/index.ts'
import { MarketPage, PassPage } from '../features/market/index.ts'
import { NotificationsPage } from '../features/notifications/index.ts'
import { ClaimPage, MyPassesPage, PassShelf, StudioPassesPage, tiersQuery } from '../features/passes/index.ts'
import { PortfolioPage, StatementPage } from '../features/portfolio/index.ts'
import { feedPages, PostPage, postQuery, profilePages } from '../features/posts/index.ts'
import {
  About,
  type Crowd,
  CrowdPage,
  crowdPages,
  ProfilePage,
  ProfileSkeleton,
  profileQuery,
  tabNames,
} from '../features/profiles/index.ts'
import { SettingsPage } from '../features/settings/index.ts'
import { TipsPage } from '../features/tips/index.ts'
import { SolvencyPage, TokenPage, TokenStrip } from '../features/tokens/index.ts'
import type { Call } from '../lib/api.ts'
import { ApiProblem } from '../lib/problem.ts'
import { read } from '../lib/query.ts'
import { meQuery, useMe } from '../lib/session.ts'
import { Loading } from '../ui/skeletons.tsx'
import { ErrorPage, NotFoundPage } from './error-pages.tsx'
import { Root } from './shell.tsx'
import { ShellSkeleton } from './shell-skeleton.tsx'

/** `call` is given on the server, where a page asks the modules and not the network. */
export type RouterContext = { queries: QueryClient; call?: Call }

/** What the page cannot be without: 404 becomes our own page, any other problem the error page. */
async function must<T>(found: Promise<T>): Promise<T> {
  try {
    return await found
  } catch (error) {
    if (hasStatus(error, 404) || hasStatus(error, 422)) throw notFound()
    throw error
  }
}
const hasStatus = (error: unknown, status: number): boolean =>
  typeof error === 'object' && error !== null && 'status' in error && error.status === status

// Known when it is built: what only the server reads does not travel to browsers.
const onServer = import.meta.env.SSR

const root = createRootRouteWithContext<RouterContext>()({
  component: Root,
  notFoundComponent: NotFoundPage,
  errorComponent: ErrorPage,
  pendingComponent: ShellSkeleton,
  pendingMs: 0,
  loader: async ({ context: { queries } }) => {
    if (!onServer) await queries.ensureQueryData(meQuery).catch(ignoreOutage)
  },
})
function ignoreOutage(error: unknown): null {
  if (error instanceof ApiProblem) return null
  throw error
}

const text = (value: unknown): string | undefined => (typeof value === 'string' && value ? value.slice(0, 200) : undefined)
const oneOf = <T extends string>(value: unknown, all: readonly T[]): T | undefined => all.find((one) => one === value)
const defined = <T extends object>(search: T): { [K in keyof T]?: NonNullable<T[K]> } =>
  Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined)) as { [K in keyof T]?: NonNullable<T[K]> }

function Start() {
  return useMe() ? <HomePage /> : <LandingPage />
}
Start.preload = () => Promise.resolve()

const start = createRoute({
  getParentRoute: () => root,
  path: '/',
  validateSearch: (search) => defined({ tab: oneOf(search['tab'], ['following', 'explore'] as const) }),
  component: Start,
  pendingComponent: Loading,
  loader: async ({ context: { queries, call } }) => {
    const me = onServer ? null : await queries.ensureQueryData(meQuery).catch(ignoreOutage)
    const page = me ? HomePage : LandingPage
    await Promise.all([
      page.preload?.(),
      onServer && queries.prefetchInfiniteQuery(feedPages('explore', call)),
      onServer && queries.prefetchQuery(shelfQuery('all', call)),
      onServer && queries.prefetchQuery(promotedQuery(call)),
    ])
  },
})
const explore = createRoute({
  getParentRoute: () => root,
  path: '/explore',
  validateSearch: (search) => defined({ q: text(search['q'])?.slice(0, 60) }),
  component: ExplorePage,
  pendingComponent: Loading,
  loader: async ({ context: { queries, call } }) => {
    if (onServer)
      await Promise.all([
        queries.prefetchInfiniteQuery(feedPages('explore', call)),
        queries.prefetchQuery(shelfQuery('all', call)),
        queries.prefetchQuery(shelfQuery('ai', call)),
      ])
  },
})

const only = { posts: 'all', images: 'images', polls: 'polls' } as const
/** Pass and token stand above the tabs: coming later, their lines would push them down. */
const loadLines = ({ queries, call }: RouterContext, handle: string) =>
  Promise.all([queries.prefetchQuery(tiersQuery(handle, call)), queries.prefetchQuery(tokenQuery(handle, call)), TokenStrip.preload?.()])
async function loadProfile(context: RouterContext, handle: string, tab = 'posts'): Promise<void> {
  const { queries, call } = context
  if (!oneOf(tab, tabNames) || !/^[a-zA-Z][a-zA-Z0-9_]{1,19}$/.test(handle)) throw notFound()
  const posts = tab in only ? queries.prefetchInfiniteQuery(profilePages(handle, only[tab as keyof typeof only], call)) : undefined
  await Promise.all([
    must(queries.ensureQueryData(profileQuery(handle, call))),
    loadLines(context, handle),
    tab === 'passes' && PassShelf.preload?.(),
    tab === 'about' && About.preload?.(),
  ])
  if (onServer) await posts
}
const profile = createRoute({
  getParentRoute: () => root,
  path: '/@{$handle}',
  component: ProfilePage,
  pendingComponent: ProfileSkeleton,
  loader: ({ context, params }) => loadProfile(context, params.handle),
})
const profileTab = createRoute({
  getParentRoute: () => root,
  path: '/@{$handle}/$tab',
  component: ProfilePage,
  pendingComponent: ProfileSkeleton,
  loader: ({ context, params }) => loadProfile(context, params.handle, params.tab),
})

const crowdRoute = (crowd: Crowd) =>
  createRoute({
    getParentRoute: () => root,
    path: `/@{$handle}/${crowd}`,
    component: () => <CrowdPage crowd={crowd} />,
    pendingComponent: Loading,
    loader: async ({ context: { queries, call }, params }) => {
      await Promise.all([must(queries.ensureQueryData(profileQuery(params.handle, call))), CrowdPage.preload?.()])
      if (onServer) await queries.prefetchInfiniteQuery(crowdPages(crowd, params.handle, call))
    },
  })
const fans = crowdRoute('fans')
const following = crowdRoute('following')

const post = createRoute({
  getParentRoute: () => root,
  path: '/post/$postId',
  component: PostPage,
  pendingComponent: Loading,
  loader: async ({ context: { queries, call }, params }) => {
    await must(queries.ensureQueryData(postQuery(params.postId, call)))
  },
})
const tokenQuery = (handle: string, call?: Call) => read('GET /api/tokens/:handle', { handle }, call)
const token = createRoute({
  getParentRoute: () => root,
  path: '/token/$handle',
  component: TokenPage,
  pendingComponent: Loading,
  loader: async ({ context: { queries, call }, params }) => {
    await must(queries.ensureQueryData(tokenQuery(params.handle, call)))
  },
})
const portfolio = createRoute({ getParentRoute: () => root, path: '/portfolio', component: PortfolioPage, pendingComponent: Loading })
const statements = createRoute({ getParentRoute: () => root, path: '/statements', component: StatementPage, pendingComponent: Loading })
const solvency = createRoute({ getParentRoute: () => root, path: '/solvency', component: SolvencyPage })
const legal = createRoute({
  getParentRoute: () => root,
  path: '/legal/$doc',
  component: LegalPage,
  loader: ({ params }) => {
    if (!isDoc(params.doc)) throw notFound()
  },
})

const nextOf = (search: Record<string, unknown>) => defined({ next: text(search['next']) })
const login = createRoute({ getParentRoute: () => root, path: '/login', validateSearch: nextOf, component: LoginPage })
const signup = createRoute({ getParentRoute: () => root, path: '/signup', validateSearch: nextOf, component: SignupPage })
const welcome = createRoute({ getParentRoute: () => root, path: '/welcome', component: WelcomePage })
const notifications = createRoute({
  getParentRoute: () => root,
  path: '/notifications',
  validateSearch: (search) => defined({ tab: oneOf(search['tab'], ['interactions', 'passes', 'money', 'system'] as const) }),
  component: NotificationsPage,
})
const passes = createRoute({ getParentRoute: () => root, path: '/passes', component: MyPassesPage })
const claim = createRoute({ getParentRoute: () => root, path: '/claim/$linkId', component: ClaimPage })
const tips = createRoute({
  getParentRoute: () => root,
  path: '/tips',
  validateSearch: (search) => defined({ side: oneOf(search['side'], ['given'] as const) }),
  component: TipsPage,
})
// What its address says is read by the page itself, so that no first visit carries its words.
const market = createRoute({ getParentRoute: () => root, path: '/market', component: MarketPage })
const marketPass = createRoute({ getParentRoute: () => root, path: '/market/$collection/$tokenId', component: PassPage })
const studioPasses = createRoute({ getParentRoute: () => root, path: '/studio/passes', component: StudioPassesPage })
const settings = createRoute({ getParentRoute: () => root, path: '/settings', component: SettingsPage })
const sections = ['profile', 'account', 'security', 'wallet', 'team', 'privacy', 'appearance']
const settingsSection = createRoute({
  getParentRoute: () => root,
  path: '/settings/$section',
  component: SettingsPage,
  loader: ({ params }) => {
    if (!sections.includes(params.section)) throw notFound()
  },
})

export const routeTree = root.addChildren([
  start,
  explore,
  profile,
  profileTab,
  fans,
  following,
  post,
  token,
  solvency,
  portfolio,
  statements,
  legal,
  login,
  signup,
  welcome,
  notifications,
  passes,
  claim,
  tips,
  market,
  marketPass,
  studioPasses,
  settings,
  settingsSection,
])
