import { createRoute } from '@tanstack/react-router'
import { page } from '../../lib/page.tsx'
import { orNotFound, under } from '../../lib/root-route.ts'
import { Loading } from '../../ui/skeletons.tsx'
import { postQuery } from './posts.ts'

const post = createRoute({
  getParentRoute: under,
  path: '/post/$postId',
  component: page(() => import('./post-page.tsx'), 'PostPage'),
  pendingComponent: Loading,
  loader: async ({ context: { queries, call }, params }) => {
    await orNotFound(queries.ensureQueryData(postQuery(params.postId, call)))
  },
})

export const routes = [post] as const
