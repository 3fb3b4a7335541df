import { createRoute } from '@tanstack/react-router'
import { page } from '../../lib/page.tsx'
import { orNotFound, under } from '../../lib/root-route.ts'
import { Loading } from '../../ui/skeletons.tsx'
import { tokenQuery } from './token-queries.ts'

const token = createRoute({
  getParentRoute: under,
  path: '/token/$handle',
  component: page(() => import('./token-page.tsx'), 'TokenPage'),
  pendingComponent: Loading,
  loader: async ({ context: { queries, call }, params }) => {
    await orNotFound(queries.ensureQueryData(tokenQuery(params.handle, call)))
  },
})
const solvency = createRoute({
  getParentRoute: under,
  path: '/solvency',
  component: page(() => import('./solvency-page.tsx'), 'SolvencyPage'),
})

export const routes = [token, solvency] as const
