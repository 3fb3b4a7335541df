import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { under } from '../../lib/root-route.ts'

const pages = () => import('./pages.ts')
const mine = createRoute({ getParentRoute: under, path: '/passes', component: lazyRouteComponent(pages, 'Mine') })
const claim = createRoute({ getParentRoute: under, path: '/claim/$linkId', component: lazyRouteComponent(pages, 'Claim') })
const studio = createRoute({ getParentRoute: under, path: '/studio/passes', component: lazyRouteComponent(pages, 'Studio') })

export const routes = [mine, claim, studio] as const
