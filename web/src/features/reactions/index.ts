export { LikeButton } from './like-button.tsx'
export { hearLikes, likes } from './likes.ts'
