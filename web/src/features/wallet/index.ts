import { page } from '../../lib/page.tsx'

export { BrowserWalletList } from './browser-wallet-list.tsx'
export { MakeWallet } from './make-wallet.tsx'
export { shortAddress } from './short-address.ts'
export { TransactionDialog } from './transaction-dialog.tsx'
export { useWords } from './use-words.ts'
export { WalletHeader } from './wallet-header.tsx'
export const WalletSettings = page(() => import('./wallet-settings.tsx'), 'WalletSettings')
