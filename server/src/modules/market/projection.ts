import { passMarketAbi } from '@corefans/chain/abi/pass-market.ts'
import { testUsdAbi } from '@corefans/chain/abi/test-usd.ts'
import { fillsBid } from '@corefans/chain/sale-flags.ts'
import { decoderOf } from '@corefans/chain/watch/decode.ts'
import { zeroAddress } from 'viem'
import type { InboxLog } from '../../kernel/ports/chain.ts'

const decode = decoderOf(passMarketAbi)

/** What the market keeps of a wallet, as its logs tell it. */
export type WalletState = { wallet: string; counter: bigint; fundsWei: bigint; masks: Map<bigint, bigint> }

/** A resale as one log tells it; `token` null is the native coin. */
export type SaleRow = {
  txHash: string
  position: number
  block: string
  at: number
  order: string
  collection: string
  tokenId: string
  tierId: number
  seller: string
  buyer: string
  token: string | null
  price: string
  fee: string
  royaltyTo: string
  royalty: string
  flags: number
}

export type MarketEvent = NonNullable<ReturnType<typeof decode>>
export type MarketLog = { log: InboxLog; event: MarketEvent }

/** The market's own logs, read. */
export const marketLogs = (logs: readonly InboxLog[]): MarketLog[] =>
  logs.flatMap((log) => {
    const event = log.kind === 'passMarket' ? decode(log) : null
    return event ? [{ log, event }] : []
  })

/** The wallet whose funds, counter or nonces a log changes. */
export function walletOf({ event }: MarketLog): string | null {
  switch (event.eventName) {
    case 'OfferFundsAdded':
    case 'OfferFundsTaken':
      return event.args.account.toLowerCase()
    case 'OrderCounterRaised':
    case 'OrdersCancelled':
      return event.args.maker.toLowerCase()
    case 'Sale':
      return isPaidFromFunds(event.args) ? event.args.buyer.toLowerCase() : null
    default:
      return null
  }
}

const isPaidFromFunds = ({ flags, token }: { flags: bigint; token: string }) => fillsBid(flags) && token === zeroAddress

/** Whether the wallet cancelled this nonce. */
export const isNonceDead = ({ masks }: WalletState, nonce: bigint): boolean =>
  (((masks.get(nonce >> 8n) ?? 0n) >> (nonce & 255n)) & 1n) === 1n

/** Applies a log to its wallet. */
export function projectWallet(state: WalletState, { event }: MarketLog): void {
  switch (event.eventName) {
    case 'OfferFundsAdded':
      state.fundsWei += event.args.amountWei
      break
    case 'OfferFundsTaken':
      state.fundsWei -= event.args.amountWei
      break
    case 'Sale':
      state.fundsWei -= event.args.price
      break
    case 'OrderCounterRaised':
      state.counter = event.args.counter
      break
    case 'OrdersCancelled':
      state.masks.set(event.args.word, (state.masks.get(event.args.word) ?? 0n) | event.args.mask)
  }
}

/** The resales among logs. */
export const salesIn = (logs: readonly MarketLog[]): SaleRow[] =>
  logs.flatMap(({ log, event }) => {
    if (event.eventName !== 'Sale') return []
    const { nft, id, order, seller, buyer, token, price, fee, royaltyTo, royalty, flags } = event.args
    return [
      {
        ...{ txHash: log.txHash, position: log.positionInTx, block: log.block.number.toString(), at: Number(log.block.timestampS) },
        ...{ order, collection: nft.toLowerCase(), tokenId: id.toString(), tierId: Number((id >> 32n) & 0xffff_ffffn) },
        ...{ seller: seller.toLowerCase(), buyer: buyer.toLowerCase(), token: token === zeroAddress ? null : token.toLowerCase() },
        ...{
          price: price.toString(),
          fee: fee.toString(),
          royaltyTo: royaltyTo.toLowerCase(),
          royalty: royalty.toString(),
          flags: Number(flags),
        },
      },
    ]
  })

const decodeToken = decoderOf(testUsdAbi)

/** Wallets whose tokens, or what they allow of them, a log has changed. */
export function tokenMovers(logs: readonly InboxLog[]): string[] {
  const moved = logs.flatMap((log) => {
    const event = log.kind === 'testUsd' ? decodeToken(log) : null
    return event?.eventName === 'Transfer' ? [event.args.from, event.args.to] : []
  })
  return [...new Set(moved.map((wallet) => wallet.toLowerCase()))]
}

/** A mask as the database keeps it: bit 0 of byte 0 is the lowest. */
export const maskBytes = (mask: bigint): string => mask.toString(16).padStart(64, '0').match(/../g)?.reverse().join('') ?? ''
