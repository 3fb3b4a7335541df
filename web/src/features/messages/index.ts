import { lazyRouteComponent } from '@tanstack/react-router'

export { live } from './live.ts'
export { MessageButton } from './message-button.tsx'
export { routes } from './routes.ts'
export const MessageSettings = lazyRouteComponent(() => import('./message-settings.tsx'), 'MessageSettings')
