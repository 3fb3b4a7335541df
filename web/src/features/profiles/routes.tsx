import { createRoute, notFound } from '@tanstack/react-router'
import { page } from '../../lib/page.tsx'
import { onServer, orNotFound, type RouterContext, under } from '../../lib/root-route.ts'
import { oneOf } from '../../lib/search.ts'
import { Loading } from '../../ui/skeletons.tsx'
import { PassShelf, tiersQuery } from '../passes/index.ts'
import { profilePages } from '../posts/index.ts'
import { TokenStrip, tokenQuery } from '../tokens/index.ts'
import { About } from './about-lazy.ts'
import { type Crowd, crowdPages } from './crowd.ts'
import { ProfileSkeleton } from './profile-skeleton.tsx'
import { profileQuery } from './profiles.ts'
import { only, type Tab, tabNames } from './tab-names.ts'

const ProfilePage = page(() => import('./profile-page.tsx'), 'ProfilePage')
const CrowdPage = page(() => import('./crowd-page.tsx'), 'CrowdPage')

/** Pass and token stand above the tabs: coming later, their lines would push them down. */
const loadLines = ({ queries, call }: RouterContext, handle: string) =>
  Promise.all([queries.prefetchQuery(tiersQuery(handle, call)), queries.prefetchQuery(tokenQuery(handle, call)), TokenStrip.preload?.()])

async function loadProfile(context: RouterContext, handle: string, tab = 'posts'): Promise<void> {
  const { queries, call } = context
  if (!oneOf(tab, tabNames) || !/^[a-zA-Z][a-zA-Z0-9_]{1,19}$/.test(handle)) throw notFound()
  const which = only[tab as Tab]
  const posts = which && queries.prefetchInfiniteQuery(profilePages(handle, which, call))
  await Promise.all([
    orNotFound(queries.ensureQueryData(profileQuery(handle, call))),
    loadLines(context, handle),
    tab === 'passes' && PassShelf.preload?.(),
    tab === 'about' && About.preload?.(),
  ])
  if (onServer) await posts
}

const profile = createRoute({
  getParentRoute: under,
  path: '/@{$handle}',
  component: ProfilePage,
  pendingComponent: ProfileSkeleton,
  loader: ({ context, params }) => loadProfile(context, params.handle),
})
const profileTab = createRoute({
  getParentRoute: under,
  path: '/@{$handle}/$tab',
  component: ProfilePage,
  pendingComponent: ProfileSkeleton,
  loader: ({ context, params }) => loadProfile(context, params.handle, params.tab),
})

const crowdRoute = <C extends Crowd>(crowd: C) =>
  createRoute({
    getParentRoute: under,
    path: `/@{$handle}/${crowd}`,
    component: () => <CrowdPage crowd={crowd} />,
    pendingComponent: Loading,
    loader: async ({ context: { queries, call }, params }) => {
      const { handle } = params as { handle: string }
      await Promise.all([orNotFound(queries.ensureQueryData(profileQuery(handle, call))), CrowdPage.preload?.()])
      if (onServer) await queries.prefetchInfiniteQuery(crowdPages(crowd, handle, call))
    },
  })

export const routes = [profile, profileTab, crowdRoute('fans'), crowdRoute('following')] as const
