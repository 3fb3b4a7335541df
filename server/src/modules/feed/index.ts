export { install } from './install.ts'
export { readFeed } from './read-feed.ts'
