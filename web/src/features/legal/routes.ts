import { createRoute, notFound } from '@tanstack/react-router'
import { page } from '../../lib/page.tsx'
import { under } from '../../lib/root-route.ts'
import { isDoc } from './doc-names.ts'

const legal = createRoute({
  getParentRoute: under,
  path: '/legal/$doc',
  component: page(() => import('./legal-page.tsx'), 'LegalPage'),
  loader: ({ params }) => {
    if (!isDoc(params.doc)) throw notFound()
  },
})

export const routes = [legal] as const
