export { LikeButton } from './like-button.tsx'
export { likes } from './likes.ts'
export { live } from './live.ts'
