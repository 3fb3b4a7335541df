import { logsNaming } from '../../kernel/chain-inbox.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import type { InboxLog } from '../../kernel/ports/chain.ts'
import { accountsOfWallets } from '../accounts/index.ts'
import { type LaunchOutcomes, type LaunchReason, projectLaunches, touchedBy } from './launch-projection.ts'
import { depositsOf, forgetLaunches, launchesOf, putDeposits, putLaunches } from './store/launches.ts'
import type { LaunchState } from './store/types.ts'

const ours = (logs: readonly InboxLog[]) => logs.filter(({ kind }) => kind === 'batchLaunch')

/** Fair launches follow the head block. A run of logs costs two reads and two writes, however long it is. */
export async function applyLaunches(ctx: Ctx, all: readonly InboxLog[]): Promise<void> {
  const outcome = await launchesAfter(ctx, all)
  if (outcome) await announce(ctx, [...outcome.launches.values()], ({ id }) => outcome.why.get(id) ?? 'deposited')
}

/** What logs, in chain order, make of launches as they stand; nobody is told. */
export async function launchesAfter(ctx: Ctx, all: readonly InboxLog[]): Promise<LaunchOutcomes | null> {
  const logs = ours(all)
  if (logs.length === 0) return null
  const { ids, pairs } = touchedBy(logs)
  const launches = new Map((await launchesOf(ctx, ids)).map((launch) => [launch.id, launch]))
  const wallets = [...new Set(pairs.map(([, wallet]) => wallet))]
  const deposits = new Map((await depositsOf(ctx, ids, wallets)).map((one) => [`${one.launchId} ${one.wallet}`, one]))
  const outcome = projectLaunches({ launches, deposits }, logs)
  await write(ctx, outcome)
  return outcome
}

/** Launches that orphaned logs touched are forgotten and played again from the logs that are still true. */
export async function replayLaunches(ctx: Ctx, batchLaunch: string, all: readonly InboxLog[]): Promise<void> {
  const { ids } = touchedBy(ours(all))
  if (ids.length === 0) return
  await forgetLaunches(ctx, ids)
  const named = await logsNaming(ctx, batchLaunch, ids.map(BigInt))
  const logs = named.filter((log) => touchedBy([log]).ids.some((id) => ids.includes(id)))
  await write(ctx, projectLaunches({ launches: new Map(), deposits: new Map() }, logs))
}

/** Takes orphaned logs back and tells of the launches that they touched: those that are no more as they were, for their pages ask and find nothing. */
export async function undoLaunches(ctx: Ctx, all: readonly InboxLog[], takeBack: () => Promise<void>): Promise<void> {
  const { ids } = touchedBy(ours(all))
  const before = await launchesOf(ctx, ids)
  await takeBack()
  const last = new Map([...before, ...(await launchesOf(ctx, ids))].map((launch) => [launch.id, launch]))
  await announce(ctx, [...last.values()], () => 'reorg')
}

async function write(ctx: Ctx, { launches, deposits }: LaunchOutcomes): Promise<void> {
  await putLaunches(ctx, [...launches.values()])
  await putDeposits(ctx, [...deposits.values()])
}

/** One domain event a launch, however many of its logs came at once; launches of wallets that nobody linked are silent. */
async function announce(ctx: Ctx, launches: readonly LaunchState[], why: (launch: LaunchState) => LaunchReason | 'reorg'): Promise<void> {
  const accounts = await accountsOfWallets(ctx, [...new Set(launches.map(({ creatorWallet }) => creatorWallet))])
  for (const launch of launches) {
    const creatorId = accounts.get(launch.creatorWallet)
    if (!creatorId) continue
    const now = { launchId: String(launch.id), state: launch.state, depositedWei: launch.depositedWei.toString() }
    await ctx.emit({ type: 'launch.changed', creatorId, ...now, reason: why(launch) })
  }
}
