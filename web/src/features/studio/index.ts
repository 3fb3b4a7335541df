export { live } from './live.ts'
export { routes } from './routes.ts'
export { useStudio } from './use-studio.ts'
