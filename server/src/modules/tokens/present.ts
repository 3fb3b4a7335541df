import { spotPriceOf } from '@corefans/chain/curve.ts'
import { TOKEN_PROTOCOL_BPS } from '@corefans/chain/fees.ts'
import { tokenAddressOf } from '@corefans/chain/token-address.ts'
import type { Person } from '@corefans/shared/contracts/profiles.ts'
import type { CandleView, HolderView, LaunchView, TokenView, TradeView } from '@corefans/shared/contracts/tokens.ts'
import type { CandleRow, HolderRow, TokenRow, TradeRow } from './store/read.ts'
import type { Promised } from './store/types.ts'

type Hex = `0x${string}`
type Owner = { creator: Person; isOwner: boolean; launch: LaunchView | null }

export const presentLive = (
  { creator, isOwner, launch }: Owner,
  row: TokenRow,
  { balance, sparkline }: { balance: string; sparkline: string[] },
): TokenView => ({
  creator,
  state: 'live',
  address: row.address,
  terms: {
    name: row.name,
    symbol: row.symbol.replaceAll(/[^A-Z0-9]/g, '') || 'TOKEN',
    preset: row.preset,
    creatorBps: row.creatorBps,
    lockSeconds: row.lockS,
  },
  signed: null,
  supply: row.supply,
  priceWei: row.priceWei,
  reserveWei: row.reserveWei,
  owedWei: row.owedWei,
  creatorOwedWei: row.creatorOwedWei,
  protocolBps: row.protocolBps,
  creatorBps: row.creatorBps,
  holders: row.holders,
  trades: row.trades,
  launchedAt: row.launchedAt.toISOString(),
  creatorLock: row.creatorLocked === '0' ? null : { amount: row.creatorLocked, until: lockEnd(row) },
  lockedForEver: (BigInt(row.lockedHere) - BigInt(row.creatorLocked)).toString(),
  sparkline,
  launch,
  viewer: { isOwner, mayBuy: true, balance },
})

const lockEnd = ({ launchedAt, lockS }: TokenRow): string => new Date(launchedAt.getTime() + lockS * 1_000).toISOString()

type Place = { wallet: string | null; tokenFactory: Hex | undefined; mayUseTerms: boolean }

/** A token that is not on the chain: what its owner signed, or nothing yet. */
export function presentPromised(owner: Owner, promised: Promised | null, { wallet, tokenFactory, mayUseTerms }: Place): TokenView {
  const address = wallet && tokenFactory ? tokenAddressOf({ tokenFactory, creator: wallet as Hex }).toLowerCase() : null
  const none: TokenView = {
    ...{ creator: owner.creator, state: 'none', address, terms: null, signed: null },
    ...{
      supply: '0',
      priceWei: '0',
      reserveWei: '0',
      owedWei: '0',
      creatorOwedWei: '0',
      protocolBps: Number(TOKEN_PROTOCOL_BPS),
      creatorBps: 0,
    },
    ...{ holders: 0, trades: 0, launchedAt: null, creatorLock: null, lockedForEver: '0', sparkline: [], launch: owner.launch },
    viewer: { isOwner: owner.isOwner, mayBuy: false, balance: '0' },
  }
  if (!promised || !address) return none
  const { terms, signature, validUntilS } = promised
  return {
    ...none,
    ...{ state: 'promised', terms, creatorBps: terms.creatorBps },
    signed: mayUseTerms ? { creator: promised.wallet, validUntilS: validUntilS.toString(), terms, signature } : null,
    priceWei: spotPriceOf({ supply: 0n, preset: terms.preset }).toString(),
    // A creator's own first buy is locked, so it is not made with signed terms.
    viewer: { ...none.viewer, mayBuy: !owner.isOwner },
  }
}

export const presentHolder = (
  { holder, amount }: HolderRow,
  token: { address: string; supply: string },
  person: Person | null,
): HolderView => ({
  address: holder,
  person,
  kind: holder === token.address ? 'locked' : person ? 'person' : 'wallet',
  amount,
  shareBps: Number((BigInt(amount) * 10_000n) / BigInt(token.supply)),
})

export const presentTrade = (row: TradeRow, chain: { head: () => number; confirmations: number }, person: Person | null): TradeView => ({
  id: `${row.block}-${row.logIndex}`,
  at: row.at.toISOString(),
  side: row.isBuy ? 'buy' : 'sell',
  trader: { address: row.trader, person },
  amount: row.amount,
  amountWei: row.valueWei,
  feeWei: row.feeWei,
  priceWei: row.priceWei,
  txHash: row.txHash,
  confirmations: { have: Math.max(0, Math.min(chain.confirmations, chain.head() - row.block + 1)), needed: chain.confirmations },
})

export const presentCandle = ({ at, ...row }: CandleRow): CandleView => ({ at: at.toISOString(), ...row })
