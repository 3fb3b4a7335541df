import { type Hex, keccak256, toHex } from 'viem'
import type { Followed } from '../watch/emitters.ts'
import type { BlockRef, ChainSource, SourceLog } from '../watch/types.ts'

type FakeBlock = BlockRef & { logs: SourceLog[] }

/** What can happen to a chain or to the node in front of it. */
export type Happening =
  | { kind: 'mine'; count: number; logs: number }
  | { kind: 'reorg'; depth: number; count: number; logs: number }
  | { kind: 'shrink'; depth: number }
  | { kind: 'lag'; blocks: number; answers: number }
  | { kind: 'fail'; answers: number }

const fakeEmitter = '0x00000000000000000000000000000000000000aa'

/** Whom to believe when watching a fake chain. */
export const fakeEmitters: Followed = new Map([[fakeEmitter, { kind: 'accessPass', creator: null }]])

// Deeper than any test reorg, shallower than the watcher's limit.
const MAX_TEST_DEPTH = 60

/**
 * A chain in memory that forks, shrinks, lags and fails on demand. `later` puts off happenings until the watcher's
 * next questions, one per question, so that they fall between the answers of one round.
 */
export function fakeSource() {
  const chain: FakeBlock[] = []
  const later: Happening[] = []
  let forks = 0
  let highest = 0
  let lag = { blocks: 0, answers: 0 }
  let failures = 0

  const mine = (count: number, logs: number) => {
    for (let i = 0; i < count; i += 1) chain.push(aBlock(chain.at(-1), chain.length, forks, logs))
    highest = Math.max(highest, chain.length)
  }
  const shrink = (depth: number) => {
    const floor = Math.max(1, highest - MAX_TEST_DEPTH)
    chain.length = Math.max(Math.min(floor, chain.length), chain.length - depth)
    forks += 1
  }
  const happen = (what: Happening) => {
    if (what.kind === 'mine') mine(what.count, what.logs)
    if (what.kind === 'shrink') shrink(what.depth)
    if (what.kind === 'lag') lag = { blocks: what.blocks, answers: what.answers }
    if (what.kind === 'fail') failures = what.answers
    if (what.kind === 'reorg') {
      shrink(what.depth)
      mine(what.count, what.logs)
    }
  }
  /** The chain as this one answer sees it. */
  const view = (): readonly FakeBlock[] => {
    const next = later.shift()
    if (next) happen(next)
    if (failures-- > 0) throw new Error('the node is away')
    if (lag.answers-- > 0) return chain.slice(0, Math.max(1, chain.length - lag.blocks))
    return chain
  }
  const source: ChainSource = {
    head: async () => view().at(-1) ?? never(),
    header: async (number) => view()[Number(number)] ?? null,
    logsOf: async (hash) => (view().find((block) => block.hash === hash) ?? never()).logs,
    logsBetween: async (from, to) =>
      view()
        .slice(Number(from), Number(to) + 1)
        .flatMap(({ logs }) => logs),
  }
  mine(1, 0)
  const heal = () => {
    for (const what of later.splice(0)) happen(what)
    lag = { blocks: 0, answers: 0 }
    failures = 0
  }
  return { ...source, chain, later, happen, heal }
}

function never(): never {
  throw new Error('unknown block')
}

function aBlock(parent: FakeBlock | undefined, height: number, fork: number, logCount: number): FakeBlock {
  const parentHash = parent?.hash ?? hashOf('genesis')
  const hash = hashOf(`${parentHash} ${height} ${fork}`)
  const logs = Array.from({ length: logCount }, (_, index) => aLog(hash, height, index))
  return { number: BigInt(height), hash, parentHash, timestampS: BigInt(height), logs }
}

/** Two logs per transaction, so that positions inside a transaction are seen to count. */
function aLog(blockHash: Hex, height: number, index: number): SourceLog {
  const txIndex = Math.floor(index / 2)
  const where = { blockHash, blockNumber: BigInt(height), txHash: hashOf(`${blockHash} ${txIndex}`) }
  return { address: fakeEmitter, topics: [hashOf('topic')], data: '0x', ...where, txIndex, logIndex: index }
}

function hashOf(text: string): Hex {
  return keccak256(toHex(text))
}
