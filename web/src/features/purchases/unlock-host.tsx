import { lazy } from 'react'
import { DialogHost } from '../../lib/dialog-host.tsx'
import { unlocking } from './unlock.ts'

const UnlockDialog = lazy(() => import('./unlock-dialog.tsx').then((module) => ({ default: module.UnlockDialog })))

/** Stands once in the shell. */
export const UnlockHost = () => <DialogHost open={unlocking} dialog={UnlockDialog} />
