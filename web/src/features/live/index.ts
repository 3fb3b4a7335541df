export { GoLiveButton } from './go-live-button.tsx'
export { routes } from './routes.ts'
export { live } from './streams.ts'
