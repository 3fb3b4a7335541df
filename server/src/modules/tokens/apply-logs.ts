import { birthsOf, logsOf } from '../../kernel/chain-inbox.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import type { InboxLog } from '../../kernel/ports/chain.ts'
import { announce } from './announce.ts'
import { candlesOf } from './candles.ts'
import { type Outcome, project } from './projection.ts'
import type { TokenState } from './store/types.ts'
import { forget, forgetNonces, mergeCandles, moveBalances, putNonces, putStates, putTrades, statesOf } from './store/write.ts'

const ours = (logs: readonly InboxLog[]) => logs.filter(({ kind }) => kind === 'tokenFactory' || kind === 'personalToken')
const speakers = (logs: readonly InboxLog[]) => [
  ...new Set(logs.filter(({ kind }) => kind === 'personalToken').map(({ address }) => address)),
]

/** Tokens follow the head block. A run of logs costs one read and a handful of writes, however long it is. */
export async function applyTokens(ctx: Ctx, logs: readonly InboxLog[]): Promise<void> {
  const outcome = await projectTokens(ctx, logs)
  if (outcome) await announce(ctx, touchedIn(outcome), (token) => outcome.why.get(token.address) ?? 'moved')
}

/** Tokens that orphaned logs touched are forgotten and played again from the logs that are still true, by the same writes. */
export async function replayTokens(ctx: Ctx, factory: string, all: readonly InboxLog[]): Promise<void> {
  const gone = ours(all)
  if (gone.length === 0) return
  const touched = touchedBy(gone)
  await forget(ctx, touched)
  const births = await birthsOf(ctx, factory, touched)
  await write(ctx, project(new Map(), [...births, ...(await logsOf(ctx, touched))]))
  await takeBackNonces(ctx, gone)
}

/** What logs, in chain order, make of tokens as they stand; nobody is told. */
export async function projectTokens(ctx: Ctx, all: readonly InboxLog[]): Promise<Outcome | null> {
  const logs = ours(all)
  if (logs.length === 0) return null
  const outcome = project(await statesOf(ctx, speakers(logs)), logs)
  await write(ctx, outcome)
  return outcome
}

/** Takes orphaned logs back and tells of the tokens that they touched: as they are now, or as they were if they are no more. */
export async function undoTokens(ctx: Ctx, all: readonly InboxLog[], takeBack: () => Promise<void>): Promise<void> {
  const touched = touchedBy(ours(all))
  const before = await statesOf(ctx, touched)
  await takeBack()
  const last = new Map<string, TokenState>([...before, ...(await statesOf(ctx, touched))])
  await announce(ctx, [...last.values()], () => 'reorg')
}

/** The tokens that speak in these logs or were born by them. */
const touchedBy = (logs: readonly InboxLog[]): string[] => [...new Set([...speakers(logs), ...project(new Map(), logs).why.keys()])]

async function write(ctx: Ctx, outcome: Outcome): Promise<void> {
  const touched = touchedIn(outcome)
  if (touched.length > 0) await putStates(ctx, touched)
  if (outcome.trades.length > 0) {
    await putTrades(ctx, outcome.trades)
    await mergeCandles(ctx, candlesOf(outcome.trades))
  }
  await moveBalances(ctx, outcome.moves)
  if (outcome.nonces.size > 0) await putNonces(ctx, outcome.nonces)
}

const touchedIn = ({ tokens, why }: Outcome): TokenState[] => [...tokens.values()].filter(({ address }) => why.has(address))

/** A count that an orphaned log had raised stands again where it stood before the first of them. */
async function takeBackNonces(ctx: Ctx, gone: readonly InboxLog[]): Promise<void> {
  const { nonces } = project(new Map(), [...gone].reverse())
  await forgetNonces(ctx, [...nonces.keys()])
  const raised = [...nonces].flatMap(([wallet, nonce]) => (nonce > 1n ? [[wallet, nonce - 1n] as const] : []))
  if (raised.length > 0) await putNonces(ctx, new Map(raised))
}
