import { DialogHost } from '../../lib/dialog-host.tsx'
import { part } from '../../ui/part.tsx'
import { unlocking } from './unlock.ts'

const UnlockDialog = part(() => import('./unlock-dialog.tsx'), 'UnlockDialog')

/** Stands once in the shell. */
export const UnlockHost = () => <DialogHost open={unlocking} dialog={UnlockDialog} />
