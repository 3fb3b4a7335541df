export { routes as install } from './routes.ts'
