import { createRoute } from '@tanstack/react-router'
import { page } from '../../lib/page.tsx'
import { onServer, under } from '../../lib/root-route.ts'
import { defined, text } from '../../lib/search.ts'
import { Loading } from '../../ui/skeletons.tsx'
import { feedPages } from '../posts/index.ts'
import { shelfQuery } from './shelf-query.ts'

const explore = createRoute({
  getParentRoute: under,
  path: '/explore',
  validateSearch: (search) => defined({ q: text(search['q'])?.slice(0, 60) }),
  component: page(() => import('./explore-page.tsx'), 'ExplorePage'),
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

export const routes = [explore] as const
