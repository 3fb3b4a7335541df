import { personalTokenAbi } from '@corefans/chain/abi/personal-token.ts'
import { tokenFactoryAbi } from '@corefans/chain/abi/token-factory.ts'
import { spotPriceOf } from '@corefans/chain/curve.ts'
import { shortText } from '@corefans/chain/token-terms.ts'
import { decoderOf } from '@corefans/chain/watch/decode.ts'
import { zeroAddress } from 'viem'
import type { InboxLog } from '../../kernel/ports/chain.ts'
import type { TokenState, Trade } from './store/types.ts'

const decodeToken = decoderOf(personalTokenAbi)
const decodeFactory = decoderOf(tokenFactoryAbi)
const low = (1n << 128n) - 1n

export type Reason = 'created' | 'traded' | 'moved' | 'claimed'

/** What a run of logs comes to. Balances are differences; tokens are whole states. */
export type Outcome = {
  tokens: Map<string, TokenState>
  why: Map<string, Reason>
  trades: Trade[]
  /** `token holder` → tokens gained or lost. */
  moves: Map<string, bigint>
  /** Wallet → its count of revocations. */
  nonces: Map<string, bigint>
}

/** Plays logs, in chain order, upon the tokens as they were. The emitters are already trusted. */
export function project(before: ReadonlyMap<string, TokenState>, logs: readonly InboxLog[]): Outcome {
  const outcome: Outcome = { tokens: new Map(before), why: new Map(), trades: [], moves: new Map(), nonces: new Map() }
  for (const log of logs) {
    if (log.kind === 'tokenFactory') playFactory(outcome, log)
    if (log.kind === 'personalToken') playToken(outcome, log)
  }
  return outcome
}

function playFactory({ tokens, why, nonces }: Outcome, log: InboxLog): void {
  const event = decodeFactory(log)
  if (event?.eventName === 'TermsRevoked') nonces.set(event.args.creator.toLowerCase(), event.args.nonce + 1n)
  if (event?.eventName !== 'TokenCreated') return
  const { creator, token, name, symbol, preset, protocolBps, creatorBps, lockSeconds } = event.args
  const address = token.toLowerCase()
  why.set(address, 'created')
  tokens.set(address, {
    ...{ address, creatorWallet: creator.toLowerCase(), name: shortText(name), symbol: shortText(symbol), preset: Number(preset) },
    ...{ protocolBps: Number(protocolBps), creatorBps: Number(creatorBps), lockS: Number(lockSeconds) },
    ...{ launchedAtS: Number(log.block.timestampS), createdBlock: Number(log.block.number) },
    ...{ supply: 0n, creatorOwedWei: 0n, protocolOwedWei: 0n, creatorLocked: 0n, trades: 0 },
  })
}

function playToken(outcome: Outcome, log: InboxLog): void {
  const token = outcome.tokens.get(log.address)
  const event = decodeToken(log)
  if (!token || !event) return
  if (event.eventName === 'Transfer') move(outcome, token, event.args)
  else if (event.eventName === 'Bought' || event.eventName === 'Sold') trade(outcome, token, log, toldBy(event))
  else change(outcome, token, event)
}

type TokenEvent = NonNullable<ReturnType<typeof decodeToken>>
type Told = Pick<Trade, 'isBuy' | 'trader' | 'receiver' | 'amount' | 'valueWei' | 'creatorWei' | 'protocolWei'>

/** Two amounts travel in one word; see IPersonalToken. */
function toldBy({ eventName, args }: Extract<TokenEvent, { eventName: 'Bought' | 'Sold' }>): Told {
  const [high, lower] = [args.amounts >> 128n, args.amounts & low]
  const fees = { receiver: args.to.toLowerCase(), creatorWei: args.fees >> 128n, protocolWei: args.fees & low }
  return eventName === 'Bought'
    ? { ...fees, isBuy: true, trader: args.payer.toLowerCase(), valueWei: high, amount: lower }
    : { ...fees, isBuy: false, trader: args.seller.toLowerCase(), amount: high, valueWei: lower }
}

function move(outcome: Outcome, token: TokenState, { from, to, amount }: { from: string; to: string; amount: bigint }): void {
  let { supply } = token
  if (from === zeroAddress) supply += amount
  else addMove(outcome, token, from, -amount)
  if (to === zeroAddress) supply -= amount
  else addMove(outcome, token, to, amount)
  put(outcome, { ...token, supply }, 'moved')
}

function trade(outcome: Outcome, token: TokenState, log: InboxLog, told: Told): void {
  const at = { block: Number(log.block.number), logIndex: log.logIndex, txHash: log.txHash, atS: Number(log.block.timestampS) }
  // The mint or burn stands before its trade, so the supply is the one after it.
  outcome.trades.push({ ...at, ...told, token: token.address, priceWei: spotPriceOf(token) })
  const creatorOwedWei = token.creatorOwedWei + told.creatorWei
  const protocolOwedWei = token.protocolOwedWei + told.protocolWei
  put(outcome, { ...token, creatorOwedWei, protocolOwedWei, trades: token.trades + 1 }, 'traded')
}

function change(outcome: Outcome, token: TokenState, event: TokenEvent): void {
  if (event.eventName === 'Claimed') {
    const creatorOwedWei = token.creatorOwedWei - event.args.creatorWei
    put(outcome, { ...token, creatorOwedWei, protocolOwedWei: token.protocolOwedWei - event.args.protocolWei }, 'claimed')
  }
  if (event.eventName === 'CreatorFeeLowered') put(outcome, { ...token, creatorBps: Number(event.args.bps) }, 'moved')
  if (event.eventName === 'FirstBuyLocked') put(outcome, { ...token, creatorLocked: event.args.amount }, 'moved')
  if (event.eventName === 'FirstBuyReleased') put(outcome, { ...token, creatorLocked: 0n }, 'moved')
}

const weight: Record<Reason, number> = { moved: 0, claimed: 1, traded: 2, created: 3 }

function put({ tokens, why }: Outcome, token: TokenState, reason: Reason): void {
  tokens.set(token.address, token)
  const said = why.get(token.address)
  if (said === undefined || weight[reason] > weight[said]) why.set(token.address, reason)
}

function addMove({ moves }: Outcome, { address }: TokenState, holder: string, amount: bigint): void {
  const key = `${address} ${holder.toLowerCase()}`
  moves.set(key, (moves.get(key) ?? 0n) + amount)
}
