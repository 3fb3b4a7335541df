import { page } from '../../lib/page.tsx'

export { routes } from './routes.tsx'
export { shelfQuery } from './shelf-query.ts'
export const HomePage = page(() => import('./home-page.tsx'), 'HomePage')
