export { install } from './install.ts'
export { likeCounts } from './read.ts'
export { setLikes } from './set-likes.ts'
