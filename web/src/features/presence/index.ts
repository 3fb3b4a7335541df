export { LiveAvatar } from './live-avatar.tsx'
export { hearPresence, usePresence } from './presence.ts'
