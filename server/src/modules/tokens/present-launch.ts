import { unmade } from '@corefans/chain/curve.ts'
import { batchLaunchOf, LAUNCH_PATIENCE_S, launchShareOf, outcomeOf } from '@corefans/chain/launch.ts'
import { shortText } from '@corefans/chain/token-terms.ts'
import type { LaunchView } from '@corefans/shared/contracts/tokens.ts'
import type { LaunchRow } from './store/launches.ts'
import type { LaunchDeposit, LaunchState } from './store/types.ts'

type Hex = `0x${string}`

/** A launch as its viewer sees it. While it runs, prices and shares are those it would have if nobody else came. */
export function presentLaunch(launch: LaunchRow, tokenFactory: Hex, deposits: readonly LaunchDeposit[]): LaunchView {
  const outcome = outcomeNow(launch)
  const { preset, creatorBps, lockS: lockSeconds } = launch
  const iso = (seconds: number) => new Date(seconds * 1_000).toISOString()
  return {
    id: String(launch.id),
    contract: batchLaunchOf(tokenFactory).toLowerCase(),
    state: launch.state,
    terms: {
      name: shortText(launch.nameWord as Hex) || '?',
      symbol: shortText(launch.symbolWord as Hex).replaceAll(/[^A-Z0-9]/g, '') || 'TOKEN',
      ...{ preset, creatorBps, lockSeconds },
    },
    sealed: { name: launch.nameWord, symbol: launch.symbolWord, preset, creatorBps, lockSeconds },
    ...{ openedAt: iso(launch.openedAtS), closesAt: iso(launch.closesAtS) },
    abandonableAt: iso(launch.closesAtS + Number(LAUNCH_PATIENCE_S)),
    ...{ capWei: launch.capWei.toString(), targetWei: launch.targetWei.toString() },
    ...{ depositedWei: launch.depositedWei.toString(), countedWei: launch.countedWei.toString(), people: launch.people },
    ...{ spentWei: outcome.spentWei.toString(), tokens: outcome.tokens.toString(), priceWei: outcome.priceWei?.toString() ?? null },
    now: launch.now.toISOString(),
    mine: deposits
      .filter(({ launchId }) => launchId === launch.id)
      .map((deposit) => presentDeposit({ ...launch, tokens: outcome.tokens }, deposit)),
  }
}

type Outcome = { spentWei: bigint; tokens: bigint; priceWei: bigint | null }

function outcomeNow(launch: LaunchState): Outcome {
  const { state, spentWei, tokens } = launch
  const nothing = { spentWei: 0n, tokens: 0n, priceWei: null }
  if (state === 'failed') return nothing
  if (state === 'open') return outcomeOf(unmade(launch, 0n), launch) ?? nothing
  return { spentWei, tokens, priceWei: tokens === 0n ? null : (spentWei * 10n ** 18n + tokens - 1n) / tokens }
}

/** The settlement spends less than the target where the platform's fee has fallen since the opening. */
const boundOf = (launch: LaunchState): LaunchState => (launch.state === 'settled' ? { ...launch, targetWei: launch.spentWei } : launch)

function presentDeposit(launch: LaunchState, deposit: LaunchDeposit): LaunchView['mine'][number] {
  const { wallet, amountWei, isClaimed } = deposit
  const share = isClaimed
    ? deposit
    : launch.state === 'failed'
      ? { tokens: 0n, paidWei: 0n, refundWei: amountWei }
      : launchShareOf(boundOf(launch), amountWei)
  const { tokens, paidWei, refundWei } = share
  const parts = { tokens: tokens.toString(), paidWei: paidWei.toString(), refundWei: refundWei.toString() }
  return { wallet, depositWei: amountWei.toString(), isClaimed, ...parts, isCreators: wallet === launch.creatorWallet }
}
