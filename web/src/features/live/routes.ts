import { createRoute } from '@tanstack/react-router'
import { page } from '../../lib/page.tsx'
import { under } from '../../lib/root-route.ts'

const pages = () => import('./pages.ts')
const streams = createRoute({ getParentRoute: under, path: '/streams', component: page(pages, 'StreamsPage') })
const goLive = createRoute({ getParentRoute: under, path: '/live/go', component: page(pages, 'GoLivePage') })
const watch = createRoute({ getParentRoute: under, path: '/live/$handle', component: page(pages, 'WatchPage') })

export const routes = [streams, goLive, watch] as const
