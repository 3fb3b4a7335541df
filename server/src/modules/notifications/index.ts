export { onEvents } from './on-events.ts'
export { routes } from './routes.ts'
