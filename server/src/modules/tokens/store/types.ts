import type { TokenTerms } from '@corefans/shared/contracts/tokens.ts'

/** A token as its logs so far make it. */
export type TokenState = {
  address: string
  creatorWallet: string
  name: string
  symbol: string
  preset: number
  protocolBps: number
  creatorBps: number
  lockS: number
  launchedAtS: number
  createdBlock: number
  supply: bigint
  creatorOwedWei: bigint
  protocolOwedWei: bigint
  creatorLocked: bigint
  trades: number
}

/** One trade in its place on the chain. */
export type Trade = {
  token: string
  block: number
  logIndex: number
  txHash: string
  atS: number
  isBuy: boolean
  trader: string
  receiver: string
  amount: bigint
  valueWei: bigint
  creatorWei: bigint
  protocolWei: bigint
  priceWei: bigint
}

/** Terms that an account has signed. */
export type Promised = { wallet: string; terms: TokenTerms; validUntilS: bigint; nonce: bigint; signature: string }

export type Span = '1m' | '1h' | '1d'

/** Prices of one token in one stretch of time. */
export type Candle = {
  token: string
  span: Span
  startsAtS: number
  openWei: bigint
  highWei: bigint
  lowWei: bigint
  closeWei: bigint
  volumeWei: bigint
  trades: number
}

/** A fair launch as its logs so far make it. */
export type LaunchState = {
  id: number
  creatorWallet: string
  /** Name and symbol word by word: settling repeats them exactly. */
  nameWord: string
  symbolWord: string
  preset: number
  creatorBps: number
  lockS: number
  capWei: bigint
  targetWei: bigint
  openedAtS: number
  closesAtS: number
  state: 'open' | 'settled' | 'failed'
  depositedWei: bigint
  countedWei: bigint
  spentWei: bigint
  tokens: bigint
}

/** What one wallet put into a launch, and what its claim gave. */
export type LaunchDeposit = {
  launchId: number
  wallet: string
  amountWei: bigint
  isClaimed: boolean
  tokens: bigint
  paidWei: bigint
  refundWei: bigint
}
