export { live } from './live.ts'
export { LiveAvatar } from './live-avatar.tsx'
export { usePresence } from './presence.ts'
