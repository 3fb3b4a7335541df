import { page } from '../../lib/page.tsx'

export { live } from './live.ts'
export { MessageButton } from './message-button.tsx'
export { routes } from './routes.ts'
export const MessageSettings = page(() => import('./message-settings.tsx'), 'MessageSettings')
