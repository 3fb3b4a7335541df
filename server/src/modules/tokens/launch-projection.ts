import { batchLaunchAbi } from '@corefans/chain/abi/batch-launch.ts'
import { decoderOf } from '@corefans/chain/watch/decode.ts'
import type { InboxLog } from '../../kernel/ports/chain.ts'
import type { LaunchDeposit, LaunchState } from './store/types.ts'

const decode = decoderOf(batchLaunchAbi)
type LaunchEvent = NonNullable<ReturnType<typeof decode>>
type Args<N extends LaunchEvent['eventName']> = Extract<LaunchEvent, { eventName: N }>['args']

/** Launches by id, and deposits by `id wallet`. */
export type Launches = { launches: Map<number, LaunchState>; deposits: Map<string, LaunchDeposit> }
export type LaunchReason = 'opened' | 'deposited' | 'settled' | 'failed' | 'claimed'
export type LaunchOutcomes = Launches & { why: Map<number, LaunchReason> }

/** Which launches, and whose deposits in them, a run of logs touches. */
export function touchedBy(logs: readonly InboxLog[]): { ids: number[]; pairs: [id: number, wallet: string][] } {
  const events = logs.flatMap((log) => decode(log) ?? [])
  const pairs = events.flatMap(({ args }): [number, string][] => ('account' in args ? [[Number(args.id), args.account.toLowerCase()]] : []))
  return { ids: [...new Set(events.map(({ args }) => Number(args.id)))], pairs }
}

/** Plays logs, in chain order, upon launches as they were. The emitter is already trusted. */
export function projectLaunches(before: Launches, logs: readonly InboxLog[]): LaunchOutcomes {
  const outcome: LaunchOutcomes = { launches: new Map(before.launches), deposits: new Map(before.deposits), why: new Map() }
  for (const log of logs) {
    const event = decode(log)
    if (event?.eventName === 'BatchOpened') open(outcome, log, event.args)
    else if (event) change(outcome, event)
  }
  return outcome
}

function open(
  { launches, why }: LaunchOutcomes,
  log: InboxLog,
  { id, creator, terms, capWei, targetWei, closesAtS }: Args<'BatchOpened'>,
): void {
  why.set(Number(id), 'opened')
  launches.set(Number(id), {
    ...{ id: Number(id), creatorWallet: creator.toLowerCase(), nameWord: terms.name, symbolWord: terms.symbol },
    ...{ preset: terms.preset, creatorBps: terms.creatorBps, lockS: terms.lockSeconds, capWei, targetWei },
    ...{ openedAtS: Number(log.block.timestampS), closesAtS: Number(closesAtS), state: 'open' },
    ...{ depositedWei: 0n, countedWei: 0n, spentWei: 0n, tokens: 0n },
  })
}

function change(outcome: LaunchOutcomes, event: Exclude<LaunchEvent, { eventName: 'BatchOpened' }>): void {
  const launch = outcome.launches.get(Number(event.args.id))
  if (!launch) return
  const put = (reason: LaunchReason, over: Partial<LaunchState> = {}) => {
    outcome.launches.set(launch.id, { ...launch, ...over })
    outcome.why.set(launch.id, reason)
  }
  if (event.eventName === 'Deposited') {
    const { amountWei, countedWei } = event.args
    addDeposit(outcome, launch.id, event.args)
    put('deposited', { depositedWei: launch.depositedWei + amountWei, countedWei: launch.countedWei + countedWei })
  }
  if (event.eventName === 'BatchSettled') put('settled', { state: 'settled', spentWei: event.args.spentWei, tokens: event.args.tokens })
  if (event.eventName === 'BatchFailed') put('failed', { state: 'failed' })
  if (event.eventName === 'BatchClaimed') {
    claim(outcome, launch.id, event.args)
    put('claimed')
  }
}

function addDeposit({ deposits }: LaunchOutcomes, launchId: number, { account, amountWei }: Args<'Deposited'>): void {
  const wallet = account.toLowerCase()
  const before = deposits.get(`${launchId} ${wallet}`)
  const none = { launchId, wallet, isClaimed: false, tokens: 0n, paidWei: 0n, refundWei: 0n }
  deposits.set(`${launchId} ${wallet}`, { ...none, amountWei: (before?.amountWei ?? 0n) + amountWei })
}

function claim({ deposits }: LaunchOutcomes, launchId: number, { account, tokens, paidWei, refundWei }: Args<'BatchClaimed'>): void {
  const key = `${launchId} ${account.toLowerCase()}`
  const before = deposits.get(key)
  if (before) deposits.set(key, { ...before, isClaimed: true, tokens, paidWei, refundWei })
}
