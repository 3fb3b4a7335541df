export { UnlockButton } from './unlock-button.tsx'
export { UnlockHost } from './unlock-host.tsx'
