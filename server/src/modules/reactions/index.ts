export { likeCounts, onEvents } from './read.ts'
export { routes } from './routes.ts'
export { setLikes } from './set-likes.ts'
