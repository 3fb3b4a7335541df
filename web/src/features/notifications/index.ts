export { live } from './live.ts'
export { useBadges } from './notifications.ts'
export { routes } from './routes.ts'
