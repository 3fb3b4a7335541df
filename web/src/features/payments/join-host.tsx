import { DialogHost } from '../../lib/dialog-host.tsx'
import { joining } from '../../lib/joining.ts'
import { part } from '../../ui/part.tsx'

const JoinSheet = part(() => import('./join-sheet.tsx'), 'JoinSheet')

/** Stands once in the shell. */
export const JoinHost = () => <DialogHost open={joining} dialog={JoinSheet} />
