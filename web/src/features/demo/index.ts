import { part } from '../../ui/part.tsx'

export const DemoBar = part(() => import('./demo-bar.tsx'), 'DemoBar')
