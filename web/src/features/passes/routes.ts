import { createRoute } from '@tanstack/react-router'
import { page } from '../../lib/page.tsx'
import { movedTo, under } from '../../lib/root-route.ts'

const pages = () => import('./pages.ts')
const mine = createRoute({ getParentRoute: under, path: '/wallet', component: page(pages, 'Mine') })
const claim = createRoute({ getParentRoute: under, path: '/claim/$linkId', component: page(pages, 'Claim') })
const moved = movedTo('/passes', '/wallet')

export const routes = [mine, claim, moved] as const
