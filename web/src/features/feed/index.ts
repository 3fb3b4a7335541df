import { lazyRouteComponent } from '@tanstack/react-router'

export { shelfQuery } from './shelf-query.ts'
export const HomePage = lazyRouteComponent(() => import('./home-page.tsx'), 'HomePage')
export const ExplorePage = lazyRouteComponent(() => import('./explore-page.tsx'), 'ExplorePage')
