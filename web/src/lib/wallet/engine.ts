// What the wallet needs once somebody uses it: loaded on the first use, so that reading CoreFans never costs it.
export { activeWallet, payingWallet } from './active-wallet.ts'
export { chainConfig, readingClient } from './chain-client.ts'
export { balanceOf, collectionFor, creditOf, owedTo, quote, termsOf } from './chain-reads.ts'
export { perform } from './deeds.ts'
export { followTransaction } from './follow-transaction.ts'
export { problemOf } from './problem-of.ts'
export { heldTokens, quoteTrade, signOwnTerms } from './token-reads.ts'
export { takeCoin } from './take-coin.ts'
