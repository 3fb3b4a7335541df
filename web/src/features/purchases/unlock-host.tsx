import { dialogHost } from '../../lib/dialog-host.tsx'
import { unlocking } from './unlock.ts'

export const UnlockHost = dialogHost(unlocking, () => import('./unlock-dialog.tsx').then((module) => ({ default: module.UnlockDialog })))
