export { UnlockButton } from './unlock-button.tsx'
