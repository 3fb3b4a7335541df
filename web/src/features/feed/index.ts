import { lazyRouteComponent } from '@tanstack/react-router'

export { routes } from './routes.tsx'
export { shelfQuery } from './shelf-query.ts'
export const HomePage = lazyRouteComponent(() => import('./home-page.tsx'), 'HomePage')
