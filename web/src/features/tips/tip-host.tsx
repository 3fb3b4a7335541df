import { dialogHost } from '../../lib/dialog-host.tsx'
import { tipping } from './tipping.ts'

export const TipHost = dialogHost(tipping, () => import('./tip-dialog.tsx').then((module) => ({ default: module.TipDialog })))
