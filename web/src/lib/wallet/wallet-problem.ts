import type { Problem } from './transaction.ts'

/** What can go wrong before the chain is asked, with its words. */
export const walletProblems = {
  'wallet/none-found': 'No browser wallet was found. Install one, or make an instant wallet.',
  'wallet/not-linked': 'This account has no wallet with that address.',
  'wallet/no-account': 'Your wallet shows no account. Unlock it, or make one there, then try again. Nothing was charged.',
  'wallet/other-account': 'Your browser wallet shows another account. Choose the linked one there, then try again.',
  'wallet/replaced': 'Another transaction of your wallet took its place. Nothing was charged for this one.',
  'wallet/reverted': 'The network refused this when its turn came. Nothing was charged but the network fee.',
  'wallet/passkey-cancelled': 'The passkey was not used. Nothing was charged.',
  'wallet/no-prf': 'This passkey cannot close a wallet. Use a password instead.',
  'wallet/wrong-secret': 'This does not open the wallet. Nothing was charged.',
  'wallet/no-chain': 'This CoreFans speaks to a network that this page does not know.',
} as const

/** A key of `walletProblems`. */
export type WalletProblemCode = keyof typeof walletProblems

/** A wallet said no, in a way that a person can understand. */
export class WalletProblem extends Error implements Problem {
  readonly code: WalletProblemCode
  readonly words: string

  constructor(code: WalletProblemCode) {
    super(walletProblems[code])
    this.code = code
    this.words = walletProblems[code]
  }
}
