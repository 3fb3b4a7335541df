import { birthsOf, logsOf } from '../../kernel/chain-inbox.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import type { InboxLog } from '../../kernel/ports/chain.ts'
import { announce } from './announce.ts'
import { candlesOf } from './candles.ts'
import { type Outcome, project } from './projection.ts'
import type { TokenState } from './store/types.ts'
import { forget, mergeCandles, moveBalances, putNonces, putStates, putTrades, statesOf } from './store/write.ts'

const ours = (logs: readonly InboxLog[]) => logs.filter(({ kind }) => kind === 'tokenFactory' || kind === 'personalToken')
const speakers = (logs: readonly InboxLog[]) => [
  ...new Set(logs.filter(({ kind }) => kind === 'personalToken').map(({ address }) => address)),
]

/** Tokens follow the head block. A run of logs costs one read and a handful of writes, however long it is. */
export async function applyLogs(ctx: Ctx, chainId: number, all: readonly InboxLog[]): Promise<void> {
  const logs = ours(all)
  if (logs.length === 0) return
  const outcome = project(await statesOf(ctx, chainId, speakers(logs)), logs)
  await write(ctx, chainId, outcome)
  await announce(ctx, touchedIn(outcome), (token) => outcome.why.get(token.address) ?? 'moved')
}

/**
 * After a reorg: what the orphaned logs touched is forgotten and played again from the logs that are still true, by the
 * same writes. So tokens are always what a replay of the chain gives.
 */
export async function undoLogs(ctx: Ctx, chainId: number, factory: string, all: readonly InboxLog[]): Promise<void> {
  const gone = ours(all)
  if (gone.length === 0) return
  const orphaned = project(await statesOf(ctx, chainId, speakers(gone)), gone)
  const touched = [...new Set([...speakers(gone), ...orphaned.why.keys()])]
  await forget(ctx, chainId, touched)
  const births = await birthsOf(ctx, chainId, factory, touched)
  const outcome = project(new Map(), [...births, ...(await logsOf(ctx, chainId, touched))])
  await write(ctx, chainId, outcome)
  await takeBackNonces(ctx, chainId, gone)
  // Those that are no more are told of as they were: their pages ask, and find a promise or nothing.
  const last = new Map<string, TokenState>([...orphaned.tokens, ...outcome.tokens])
  await announce(ctx, [...last.values()], () => 'reorg')
}

async function write(ctx: Ctx, chainId: number, outcome: Outcome): Promise<void> {
  const touched = touchedIn(outcome)
  if (touched.length > 0) await putStates(ctx, chainId, touched)
  if (outcome.trades.length > 0) {
    await putTrades(ctx, chainId, outcome.trades)
    await mergeCandles(ctx, chainId, candlesOf(outcome.trades))
  }
  await moveBalances(ctx, chainId, outcome.moves)
  if (outcome.nonces.size > 0) await putNonces(ctx, chainId, outcome.nonces)
}

const touchedIn = ({ tokens, why }: Outcome): TokenState[] => [...tokens.values()].filter(({ address }) => why.has(address))

/** A count that an orphaned log had raised stands again where it stood before the first of them. */
async function takeBackNonces(ctx: Ctx, chainId: number, gone: readonly InboxLog[]): Promise<void> {
  const { nonces } = project(new Map(), [...gone].reverse())
  if (nonces.size > 0) await putNonces(ctx, chainId, new Map([...nonces].map(([wallet, nonce]) => [wallet, nonce - 1n])))
}
