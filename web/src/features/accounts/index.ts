import { page } from '../../lib/page.tsx'

export { live } from './live.ts'
export { NeedsAccount } from './needs-account.tsx'
export { routes } from './routes.ts'
export const SecuritySettings = page(() => import('./security-settings.tsx'), 'SecuritySettings')
