export { live } from './live.ts'
export { routes } from './routes.ts'
