import { lazy } from 'react'
import { DialogHost } from '../../lib/dialog-host.tsx'
import { purchase } from './purchase.ts'

const BuyPassDialog = lazy(() => import('./buy-pass.tsx').then((module) => ({ default: module.BuyPassDialog })))

/** Stands once in the shell. */
export const PurchaseHost = () => <DialogHost open={purchase} dialog={BuyPassDialog} />
