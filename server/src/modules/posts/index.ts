export { deletePost } from './delete-post.ts'
export { install } from './install.ts'
export { excerptFor, timeline } from './read.ts'
export { createPost } from './write-post.ts'
