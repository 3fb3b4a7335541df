import { lazy } from 'react'
import { DialogHost } from '../../lib/dialog-host.tsx'
import { tipping } from './tipping.ts'

const TipDialog = lazy(() => import('./tip-dialog.tsx').then((module) => ({ default: module.TipDialog })))

/** Stands once in the shell. */
export const TipHost = () => <DialogHost open={tipping} dialog={TipDialog} />
