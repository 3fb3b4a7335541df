export { CommentButton } from './comment-button.tsx'
export { commentCounts } from './counts.ts'
export { live } from './live.ts'
export { Thread } from './thread-slot.tsx'
