import { createRoute } from '@tanstack/react-router'
import { page } from '../../lib/page.tsx'
import { under } from '../../lib/root-route.ts'

const pages = () => import('./pages.ts')
const overview = createRoute({ getParentRoute: under, path: '/studio', component: page(pages, 'Overview') })
const passes = createRoute({ getParentRoute: under, path: '/studio/passes', component: page(pages, 'Passes') })
const earnings = createRoute({ getParentRoute: under, path: '/studio/earnings', component: page(pages, 'Earnings') })
const team = createRoute({ getParentRoute: under, path: '/studio/team', component: page(pages, 'Team') })

export const routes = [overview, passes, earnings, team] as const
