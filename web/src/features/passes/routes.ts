import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { movedTo, under } from '../../lib/root-route.ts'

const pages = () => import('./pages.ts')
const mine = createRoute({ getParentRoute: under, path: '/wallet', component: lazyRouteComponent(pages, 'Mine') })
const claim = createRoute({ getParentRoute: under, path: '/claim/$linkId', component: lazyRouteComponent(pages, 'Claim') })
const moved = movedTo('/passes', '/wallet')

export const routes = [mine, claim, moved] as const
