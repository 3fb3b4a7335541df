// Several nodes of different operators, asked the same: an answer counts when enough of them give it. One that lies,
// lags, stalls or is dead is outvoted; where too few agree nothing is believed, and the watcher asks again.
import type { BlockRef, ChainSource, SourceLog } from './types.ts'

/** Too few nodes gave the same answer; nothing was believed. */
export class NoQuorumError extends Error {
  override readonly name = 'NoQuorumError'
  constructor(question: string, agreed: number, needed: number) {
    super(`${agreed} nodes agree about ${question}, ${needed} are needed`)
  }
}

/** How long a slow node may take to name a higher head than the quick ones. */
const LAGGARD_MS = 300

/** How many of `count` nodes must agree: two in three, and both of two. */
export function quorumOf(count: number): number {
  return Math.ceil((count * 2) / 3)
}

/** One source made of several; `needed` equal answers make an answer, and the slow are not waited for. */
export function quorumSource(sources: readonly ChainSource[], needed = quorumOf(sources.length)): ChainSource {
  const agreed = <T>(question: string, ask: (source: ChainSource) => Promise<T>, key: (answer: T) => string): Promise<T> =>
    firstAgreed({ question, needed, key, answers: sources.map((source) => ask(source)) })
  const header = (number: bigint) => agreed(`block ${number}`, (source) => source.header(number), keyOfRef)
  return {
    head: async () => {
      const number = await commonHead(sources, needed)
      const found = await header(number)
      if (found === null) throw new NoQuorumError(`block ${number}`, 0, needed)
      return found
    },
    header,
    logsOf: (hash) => agreed(`the logs of ${hash}`, (source) => source.logsOf(hash), keyOfLogs),
    logsBetween: (from, to) => agreed(`the logs of ${from} to ${to}`, (source) => source.logsBetween(from, to), keyOfLogs),
  }
}

const keyOfRef = (ref: BlockRef | null): string => (ref === null ? 'none' : ref.hash)

const keyOfLogs = (logs: readonly SourceLog[]): string =>
  JSON.stringify(
    [...logs]
      .sort((a, b) => Number(a.blockNumber - b.blockNumber) || a.logIndex - b.logIndex)
      .map((log) => [log.blockHash, log.logIndex, log.txHash, log.address.toLowerCase(), log.topics, log.data]),
  )

type Vote<T> = { question: string; needed: number; key: (answer: T) => string; answers: readonly Promise<T>[] }

/** The first answer that enough nodes gave; rejects as soon as none can any more. */
function firstAgreed<T>({ question, needed, key, answers }: Vote<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const votes = new Map<string, number>()
    let open = answers.length
    const close = () => {
      open -= 1
      const best = Math.max(0, ...votes.values())
      if (best + open < needed) reject(new NoQuorumError(question, best, needed))
    }
    for (const answer of answers)
      answer.then((value) => {
        const said = key(value)
        const count = (votes.get(said) ?? 0) + 1
        votes.set(said, count)
        if (count >= needed) resolve(value)
        close()
      }, close)
  })
}

/**
 * The highest block that enough nodes claim to have. Once enough have answered the others get a moment more: an old head
 * that comes first would else hold us back for ever.
 */
function commonHead(sources: readonly ChainSource[], needed: number): Promise<bigint> {
  return new Promise((resolve, reject) => {
    const heads: bigint[] = []
    let open = sources.length
    const settle = () => {
      const highestFirst = [...heads].sort((a, b) => (a > b ? -1 : 1))
      const common = highestFirst[needed - 1]
      if (common === undefined) reject(new NoQuorumError('the head', heads.length, needed))
      else resolve(common)
    }
    const close = () => {
      open -= 1
      if (open === 0 || heads.length + open < needed) settle()
      else if (heads.length === needed) setTimeout(settle, LAGGARD_MS)
    }
    for (const source of sources)
      source
        .head()
        .then(
          ({ number }) => void heads.push(number),
          () => undefined,
        )
        .then(close)
  })
}
