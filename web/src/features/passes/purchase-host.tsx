import { DialogHost } from '../../lib/dialog-host.tsx'
import { part } from '../../ui/part.tsx'
import { purchase } from './purchase.ts'

const BuyPassDialog = part(() => import('./buy-pass.tsx'), 'BuyPassDialog')

/** Stands once in the shell. */
export const PurchaseHost = () => <DialogHost open={purchase} dialog={BuyPassDialog} />
