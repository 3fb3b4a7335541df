export { LikeButton } from './like-button.tsx'
export { likes, setLiked } from './likes.ts'
export { live } from './live.ts'
