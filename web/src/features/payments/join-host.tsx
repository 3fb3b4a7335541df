import { lazy } from 'react'
import { DialogHost } from '../../lib/dialog-host.tsx'
import { joining } from '../../lib/joining.ts'

const JoinSheet = lazy(() => import('./join-sheet.tsx').then((module) => ({ default: module.JoinSheet })))

/** Stands once in the shell. */
export const JoinHost = () => <DialogHost open={joining} dialog={JoinSheet} />
