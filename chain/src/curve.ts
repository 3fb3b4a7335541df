// The curve of a personal token in whole numbers, as contracts/src/libraries/Curve.sol has it:
// (x0 + reserve) * (limit - supply) = x0 * limit, the reserve rounded up. curve.test.ts compares with the EVM.
import { MAX_TOKEN_CREATOR_BPS, TOKEN_PROTOCOL_BPS } from './fees.ts'

const BPS = 10_000n
const ONE = 10n ** 18n

/** What could be sold for infinitely much money: the supply stays below it. */
export const TOKEN_LIMIT = 1_000_000n * ONE

/** The virtual reserve of each preset; the first token costs a millionth of it. */
export const TOKEN_PRESETS = [1_000n * ONE, 10_000n * ONE, 100_000n * ONE] as const

/** For this long after its making a token locks a share of what is bought, falling from this many basis points. */
export const LAUNCH_WINDOW_S = 60n
const LAUNCH_SHARE_BPS = 9_500n

const MAX_WEI = 2n ** 96n - 1n

/** All that a price depends on. `launchedAtS` null is a token that is not made yet: its first purchase has no surcharge. */
export type CurveState = {
  supply: bigint
  preset: number
  protocolBps: bigint
  creatorBps: bigint
  launchedAtS: bigint | null
  nowS: bigint
}

/** A purchase: `out` to the buyer, `lockedForEver` on top by the launch surcharge, fees out of `valueWei`. */
export type Purchase = { valueWei: bigint; out: bigint; lockedForEver: bigint; creatorWei: bigint; protocolWei: bigint }

/** A sale: `outWei` to the seller, fees out of what the curve gave. */
export type Sale = { amount: bigint; outWei: bigint; creatorWei: bigint; protocolWei: bigint }

const divUp = (a: bigint, b: bigint): bigint => (a + b - 1n) / b

/** The state of a token that nobody has bought yet. */
export function unmade({ preset, creatorBps }: { preset: number; creatorBps: number }, nowS: bigint): CurveState {
  return { supply: 0n, preset, creatorBps: BigInt(creatorBps), protocolBps: TOKEN_PROTOCOL_BPS, launchedAtS: null, nowS }
}

/** The wei behind a supply. */
export function reserveOf(supply: bigint, preset: number): bigint {
  const x0 = virtualReserve(preset)
  return divUp(x0 * TOKEN_LIMIT, TOKEN_LIMIT - supply) - x0
}

/** Wei per whole token for the next one, before fees. */
export function spotPriceOf({ supply, preset }: Pick<CurveState, 'supply' | 'preset'>): bigint {
  return ((virtualReserve(preset) + reserveOf(supply, preset)) * ONE) / (TOKEN_LIMIT - supply)
}

/** The most that the purchase which brings somebody's token into being may spend. */
export function firstBuyMaxWei(preset: number): bigint {
  return virtualReserve(preset) / 50n
}

/** The share of a purchase now that is locked for ever, in basis points. It only falls, so a quote is the worst case. */
export function launchShareBps({ launchedAtS, nowS }: Pick<CurveState, 'launchedAtS' | 'nowS'>): bigint {
  if (launchedAtS === null) return 0n
  const age = nowS - launchedAtS
  return age >= LAUNCH_WINDOW_S ? 0n : (LAUNCH_SHARE_BPS * (LAUNCH_WINDOW_S - age)) / LAUNCH_WINDOW_S
}

/** What a value buys, or null if it buys nothing. */
export function purchaseFor(state: CurveState, valueWei: bigint): Purchase | null {
  if (valueWei <= 0n || valueWei > MAX_WEI) return null
  const x0 = virtualReserve(state.preset)
  const reserve = reserveOf(state.supply, state.preset)
  const protocolWei = (valueWei * state.protocolBps) / BPS
  const feeWei = (valueWei * state.creatorBps) / BPS
  const next = TOKEN_LIMIT - divUp(x0 * TOKEN_LIMIT, x0 + reserve + valueWei - protocolWei - feeWei)
  const minted = next - state.supply
  if (minted <= 0n) return null
  const lockedForEver = (minted * launchShareBps(state)) / BPS
  // What the last fraction cannot use is the creator's.
  const creatorWei = valueWei - protocolWei - (reserveOf(next, state.preset) - reserve)
  return { valueWei, out: minted - lockedForEver, lockedForEver, creatorWei, protocolWei }
}

/** What exactly so many tokens cost, or null if the curve has not that many. */
export function costOf(state: CurveState, amount: bigint): Purchase | null {
  const share = launchShareBps(state)
  const minted = share === 0n ? amount : divUp(amount * BPS, BPS - share)
  if (amount <= 0n || minted >= TOKEN_LIMIT - state.supply) return null
  const netWei = reserveOf(state.supply + minted, state.preset) - reserveOf(state.supply, state.preset)
  const valueWei = divUp(netWei * BPS, BPS - state.protocolBps - state.creatorBps)
  if (valueWei > MAX_WEI) return null
  const protocolWei = (valueWei * state.protocolBps) / BPS
  return { valueWei, out: amount, lockedForEver: minted - amount, creatorWei: valueWei - protocolWei - netWei, protocolWei }
}

/** What so many tokens fetch, or null if there are not that many. */
export function saleOf(state: CurveState, amount: bigint): Sale | null {
  if (amount <= 0n || amount > state.supply) return null
  const grossWei = reserveOf(state.supply, state.preset) - reserveOf(state.supply - amount, state.preset)
  const protocolWei = (grossWei * state.protocolBps) / BPS
  const creatorWei = (grossWei * state.creatorBps) / BPS
  return { amount, outWei: grossWei - protocolWei - creatorWei, creatorWei, protocolWei }
}

/** The state after a purchase; selling back from here is the true cost of a change of mind. */
export function after(state: CurveState, { out, lockedForEver }: Pick<Purchase, 'out' | 'lockedForEver'>): CurveState {
  return { ...state, supply: state.supply + out + lockedForEver }
}

/** Whether a creator may ask for this fee. */
export function isCreatorFee(bps: number): boolean {
  return Number.isInteger(bps) && bps >= 0 && BigInt(bps) <= MAX_TOKEN_CREATOR_BPS
}

function virtualReserve(preset: number): bigint {
  const x0 = TOKEN_PRESETS[preset]
  if (x0 === undefined) throw new RangeError(`no preset ${preset}`)
  return x0
}
