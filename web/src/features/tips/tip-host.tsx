import { DialogHost } from '../../lib/dialog-host.tsx'
import { part } from '../../ui/part.tsx'
import { tipping } from './tipping.ts'

const TipDialog = part(() => import('./tip-dialog.tsx'), 'TipDialog')

/** Stands once in the shell. */
export const TipHost = () => <DialogHost open={tipping} dialog={TipDialog} />
