export { live } from './live.ts'
export { badgesQuery, noBadges, useBadges } from './notifications.ts'
export { routes } from './routes.ts'
