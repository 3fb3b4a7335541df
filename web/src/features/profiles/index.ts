export { live } from './live.ts'
export { profileQuery } from './profiles.ts'
export { routes } from './routes.tsx'
