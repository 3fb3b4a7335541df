import { createRoute } from '@tanstack/react-router'
import { page } from '../../lib/page.tsx'
import { nobodyInAnOutage, onServer, under } from '../../lib/root-route.ts'
import { defined, oneOf } from '../../lib/search.ts'
import { meQuery, useMe } from '../../lib/session.ts'
import { Loading } from '../../ui/skeletons.tsx'
import { promotedQuery } from '../discover/index.ts'
import { HomePage, shelfQuery } from '../feed/index.ts'
import { feedPages } from '../posts/index.ts'

const LandingPage = page(() => import('./landing-page.tsx'), 'LandingPage')
const WelcomePage = page(() => import('./welcome-page.tsx'), 'WelcomePage')

function Start() {
  return useMe() ? <HomePage /> : <LandingPage />
}
Start.preload = () => Promise.resolve()

const start = createRoute({
  getParentRoute: under,
  path: '/',
  validateSearch: (search) => defined({ tab: oneOf(search['tab'], ['following', 'explore'] as const) }),
  component: Start,
  pendingComponent: Loading,
  loader: async ({ context: { queries, call } }) => {
    const me = onServer ? null : await queries.ensureQueryData(meQuery).catch(nobodyInAnOutage)
    const page = me ? HomePage : LandingPage
    await Promise.all([
      page.preload?.(),
      onServer && queries.prefetchInfiniteQuery(feedPages('explore', call)),
      onServer && queries.prefetchQuery(shelfQuery('all', call)),
      onServer && queries.prefetchQuery(promotedQuery(call)),
    ])
  },
})
const welcome = createRoute({ getParentRoute: under, path: '/welcome', component: WelcomePage })

export const routes = [start, welcome] as const
