import { logsNaming } from '../../kernel/chain-inbox.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import type { InboxLog } from '../../kernel/ports/chain.ts'
import { accountsOfWallets } from '../accounts/index.ts'
import { type LaunchOutcomes, type LaunchReason, projectLaunches, touchedBy } from './launch-projection.ts'
import { depositsOf, forgetLaunches, launchesOf, putDeposits, putLaunches } from './store/launches.ts'
import type { LaunchState } from './store/types.ts'

const ours = (logs: readonly InboxLog[]) => logs.filter(({ kind }) => kind === 'batchLaunch')

/** Fair launches follow the head block. A run of logs costs two reads and two writes, however long it is. */
export async function applyLaunches(ctx: Ctx, chainId: number, all: readonly InboxLog[]): Promise<void> {
  const logs = ours(all)
  if (logs.length === 0) return
  const { ids, pairs } = touchedBy(logs)
  const launches = new Map((await launchesOf(ctx, chainId, ids)).map((launch) => [launch.id, launch]))
  const wallets = [...new Set(pairs.map(([, wallet]) => wallet))]
  const deposits = new Map((await depositsOf(ctx, chainId, ids, wallets)).map((one) => [`${one.launchId} ${one.wallet}`, one]))
  const outcome = projectLaunches({ launches, deposits }, logs)
  await write(ctx, chainId, outcome)
  await announce(ctx, [...outcome.launches.values()], ({ id }) => outcome.why.get(id) ?? 'deposited')
}

/** After a reorg the launches it touched are forgotten and played again from the logs that are still true. */
export async function undoLaunches(ctx: Ctx, chainId: number, batchLaunch: string, all: readonly InboxLog[]): Promise<void> {
  const gone = ours(all)
  if (gone.length === 0) return
  const { ids } = touchedBy(gone)
  const before = await launchesOf(ctx, chainId, ids)
  await forgetLaunches(ctx, chainId, ids)
  const named = await logsNaming(ctx, chainId, batchLaunch, ids.map(BigInt))
  const logs = named.filter((log) => touchedBy([log]).ids.some((id) => ids.includes(id)))
  const outcome = projectLaunches({ launches: new Map(), deposits: new Map() }, logs)
  await write(ctx, chainId, outcome)
  // Those that are no more are told of as they were: their pages ask, and find nothing.
  const last = new Map([...before, ...outcome.launches.values()].map((launch) => [launch.id, launch]))
  await announce(ctx, [...last.values()], () => 'reorg')
}

async function write(ctx: Ctx, chainId: number, { launches, deposits }: LaunchOutcomes): Promise<void> {
  await putLaunches(ctx, chainId, [...launches.values()])
  await putDeposits(ctx, chainId, [...deposits.values()])
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
