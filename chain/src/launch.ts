// A fair launch in whole numbers, as contracts/src/BatchLaunch.sol has it; actions/launch.test.ts compares with the EVM.
import { type Address, getContractAddress } from 'viem'
import { type CurveState, purchaseFor, saleOf, TOKEN_PRESETS } from './curve.ts'
import { TOKEN_PROTOCOL_BPS } from './fees.ts'

const ONE = 10n ** 18n

/** For how long deposits are taken, and how long after that an unsettled launch may be given up, in seconds. */
export const LAUNCH_OPEN_S = 600n
export const LAUNCH_PATIENCE_S = 604_800n

/** What a creator buys of its own token before everybody else is locked for this long at least, in seconds. */
export const SHORTEST_LOCK_S = 2_592_000

/** Where the fair launches of a token factory are: its constructor makes them after the token code. */
export const batchLaunchOf = (tokenFactory: Address): Address => getContractAddress({ from: tokenFactory, nonce: 2n })

/** What bounds one launch: what counts of each account, and what is spent at most. */
export type LaunchBounds = { capWei: bigint; targetWei: bigint }

/** A launch while it runs: all that counts by now. */
export type OpenLaunch = LaunchBounds & { countedWei: bigint }

/** What somebody gets: tokens for `paidWei`, and the rest of the deposit back. */
export type LaunchShare = { tokens: bigint; paidWei: bigint; refundWei: bigint }

/** What the end comes to: everybody pays `priceWei` for a whole token, rounded up. */
export type LaunchOutcome = { spentWei: bigint; tokens: bigint; priceWei: bigint }

/** What an account's whole deposit would get; the price is the same for all, and never above `worstPriceWei`. */
export type DepositQuote = LaunchShare & {
  depositWei: bigint
  /** What of it counts: the rest lies above the cap and only comes back. */
  countsWei: bigint
  priceWei: bigint
  worstPriceWei: bigint
}

const least = (a: bigint, b: bigint): bigint => (a < b ? a : b)

/** What a launch makes of what counts; null if that buys nothing. `unmade` is the token before its first purchase. */
export function outcomeOf(unmade: CurveState, { countedWei, targetWei }: Omit<OpenLaunch, 'capWei'>): LaunchOutcome | null {
  const spentWei = least(countedWei, targetWei)
  const bought = purchaseFor(unmade, spentWei)
  return bought && { spentWei, tokens: bought.out, priceWei: (spentWei * ONE + bought.out - 1n) / bought.out }
}

/** What one account's deposit gets of a launch that bought `tokens`; both are rounded down, as the contract does. */
export function launchShareOf(launch: OpenLaunch & { tokens: bigint }, depositWei: bigint): LaunchShare {
  const counts = least(depositWei, launch.capWei)
  const all = launch.countedWei
  if (all === 0n) return { tokens: 0n, paidWei: 0n, refundWei: depositWei }
  const refundWei = depositWei - counts + (counts * (all - least(all, launch.targetWei))) / all
  return { tokens: (counts * launch.tokens) / all, paidWei: depositWei - refundWei, refundWei }
}

/** What an account with `beforeWei` inside gets for `valueWei` more, if nobody else comes; null if that buys nothing. */
export function quoteDeposit(
  unmade: CurveState,
  launch: OpenLaunch,
  { beforeWei, valueWei }: { beforeWei: bigint; valueWei: bigint },
): DepositQuote | null {
  const depositWei = beforeWei + valueWei
  const countsWei = least(depositWei, launch.capWei)
  const then = { ...launch, countedWei: launch.countedWei + countsWei - least(beforeWei, launch.capWei) }
  const [outcome, full] = [outcomeOf(unmade, then), outcomeOf(unmade, { ...launch, countedWei: launch.targetWei })]
  if (!outcome || !full) return null
  const share = launchShareOf({ ...then, tokens: outcome.tokens }, depositWei)
  return { ...share, depositWei, countsWei, priceWei: outcome.priceWei, worstPriceWei: full.priceWei }
}

/** What selling one's part of a launch again fetches, all fees paid, if only those who were in the launch trade. */
export type LaunchExit = { firstWei: bigint; lastWei: bigint }

/** What `amount` of the `tokens` that a launch bought fetch if they are sold before all others, and after all others. */
export function exitOf(unmade: CurveState, { tokens, amount }: { tokens: bigint; amount: bigint }): LaunchExit | null {
  const [first, last] = [saleOf({ ...unmade, supply: tokens }, amount), saleOf({ ...unmade, supply: amount }, amount)]
  return first && last && { firstWei: first.outWei, lastWei: last.outWei }
}

type Fees = { preset: number; creatorBps: number; protocolBps?: bigint }

/**
 * The most that a launch may spend: as much as keeps who sells first and who sells last no further apart than the fees of
 * both trades. A creator may lower its own fee meanwhile, so it counts once and the platform's twice.
 */
export function mostTargetWei({ preset, creatorBps, protocolBps = TOKEN_PROTOCOL_BPS }: Fees): bigint {
  return (virtualReserveOf(preset) * (2n * protocolBps + BigInt(creatorBps))) / 20_000n
}

/** Bounds that suit the terms: fifty people fill the largest target. */
export function usualBounds(terms: Fees): LaunchBounds {
  const targetWei = mostTargetWei(terms)
  return { capWei: targetWei / 50n, targetWei }
}

/** Why we do not offer a launch within these bounds. The contract refuses the last two. */
export function whyNotLaunch({ capWei, targetWei }: LaunchBounds, terms: Fees): 'cap-small' | 'cap-large' | 'target-large' | null {
  if (capWei < ONE / 100n) return 'cap-small'
  if (capWei > targetWei) return 'cap-large'
  return targetWei > mostTargetWei(terms) ? 'target-large' : null
}

const virtualReserveOf = (preset: number): bigint => TOKEN_PRESETS[preset] ?? TOKEN_PRESETS[0]
