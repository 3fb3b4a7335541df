import type { EmitterKind } from '@corefans/chain/watch/emitters.ts'
import { readForwarder } from './forwarder.ts'
import { readLaunch } from './launch.ts'
import { readMarket } from './market.ts'
import { readPass } from './pass.ts'
import { readEscrow, readPayments, readSplit } from './payments.ts'
import { readToken } from './token.ts'
import type { BookLog, Entry, Meaning, Reading } from './types.ts'

const readings: { [K in EmitterKind]?: Reading } = {
  accessPass: readPass,
  passMarket: readMarket,
  personalToken: readToken,
  payments: readPayments,
  escrow: readEscrow,
  teamSplit: readSplit,
  batchLaunch: readLaunch,
  sponsorForwarder: readForwarder,
}

/** What a log means in the book, or null if it moves neither money nor tokens. */
export function meaningOf(log: BookLog, before: BookLog | null): Meaning | null {
  const meaning = readings[log.kind]?.(log, before?.txHash === log.txHash ? before : null) ?? null
  if (meaning === null) return null
  const entries = joined(meaning.entries)
  return entries.length === 0 ? null : { ...meaning, entries }
}

/** One line per account, asset and part; what comes to nothing is not written. */
function joined(entries: readonly Entry[]): Entry[] {
  const lines = new Map<string, Entry>()
  for (const entry of entries) {
    const key = `${entry.account} ${entry.asset} ${entry.part}`
    lines.set(key, { ...entry, amount: entry.amount + (lines.get(key)?.amount ?? 0n) })
  }
  return [...lines.values()].filter(({ amount }) => amount !== 0n)
}

/** The meanings of logs in chain order, each with its log. */
export function meaningsOf<L extends BookLog>(logs: readonly L[]): { log: L; meaning: Meaning }[] {
  return logs.flatMap((log, index) => {
    const meaning = meaningOf(log, logs[index - 1] ?? null)
    return meaning ? [{ log, meaning }] : []
  })
}
