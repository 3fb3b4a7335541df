import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { under } from '../../lib/root-route.ts'

const pages = () => import('./pages.ts')
const overview = createRoute({ getParentRoute: under, path: '/studio', component: lazyRouteComponent(pages, 'Overview') })
const passes = createRoute({ getParentRoute: under, path: '/studio/passes', component: lazyRouteComponent(pages, 'Passes') })
const earnings = createRoute({ getParentRoute: under, path: '/studio/earnings', component: lazyRouteComponent(pages, 'Earnings') })
const team = createRoute({ getParentRoute: under, path: '/studio/team', component: lazyRouteComponent(pages, 'Team') })

export const routes = [overview, passes, earnings, team] as const
