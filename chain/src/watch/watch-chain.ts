import type { Hex } from 'viem'
import type { ReadingClient } from '../clients.ts'
import { watchedTopics } from './events.ts'
import { pollOnce, type Round } from './poll-once.ts'
import { quorumSource } from './quorum.ts'
import { rpcSource } from './rpc-source.ts'
import type { ChainSource, WatchSink } from './types.ts'

/** What to watch, from where, into which sink; it runs until `signal` aborts. */
export type WatchOptions = {
  /** One node, or several of which two in three must agree. */
  clients: readonly [ReadingClient, ...ReadingClient[]]
  sink: WatchSink
  fromBlock: bigint
  signal: AbortSignal
  pollMs?: number
  topics?: readonly Hex[]
  onError?: (error: unknown) => void
}

/** `behind` is null until the node has answered once. */
export type Lag = { head: bigint | null; applied: bigint | null; behind: bigint | null }

/**
 * A running watch; `stopped` resolves after an abort. No error ends it: also a node that shows another chain
 * (ReorgTooDeepError) may come to its senses, and until then nothing is applied or undone.
 */
export type Watch = { poke: () => void; stopped: Promise<void>; lag: () => Lag }

const MAX_BACKOFF_MS = 10_000

/** Feeds every watched log to the sink in chain order, each block once, undoing what a reorg took back. */
export function watchChain(options: WatchOptions): Watch {
  const { clients, sink, fromBlock, signal, pollMs = 250, topics = watchedTopics, onError = () => undefined } = options
  const source = sourceOf(clients, topics)
  const bell = aBell(signal)
  const seen: { head: bigint | null; applied: bigint | null } = { head: null, applied: null }
  const round = async (): Promise<Round['did']> => {
    const { did, head, tip } = await pollOnce(source, sink, fromBlock)
    seen.head = head
    // Any round that moved the tip is followed at once by another, so this is late by one round at most.
    seen.applied = tip
    return did
  }
  const run = async (): Promise<void> => {
    let failures = 0
    while (!signal.aborted) {
      try {
        const did = await round()
        failures = 0
        if (did === 'rest' || did === 'later') await bell.wait(pollMs)
      } catch (error) {
        onError(error)
        failures += 1
        await bell.wait(Math.min(MAX_BACKOFF_MS, pollMs * 2 ** Math.min(failures, 16)))
      }
    }
  }
  return { poke: bell.ring, stopped: run(), lag: () => lagOf(seen.head, seen.applied, fromBlock) }
}

/** A lone node is asked directly: there is nobody to agree with. */
function sourceOf(clients: WatchOptions['clients'], topics: readonly Hex[]): ChainSource {
  const nodes = clients.map((client) => rpcSource(client, topics))
  return nodes.length === 1 && nodes[0] ? nodes[0] : quorumSource(nodes)
}

function lagOf(head: bigint | null, applied: bigint | null, fromBlock: bigint): Lag {
  if (head === null) return { head, applied, behind: null }
  const behind = head - (applied ?? fromBlock - 1n)
  return { head, applied, behind: behind > 0n ? behind : 0n }
}

/** Waits that a ring or an abort cuts short; a ring while nobody waits is kept for the next wait. */
function aBell(signal: AbortSignal) {
  let isRung = false
  let wake: () => void = () => undefined
  const ring = () => {
    isRung = true
    wake()
  }
  signal.addEventListener('abort', ring, { once: true })
  const wait = async (ms: number): Promise<void> => {
    if (!isRung && !signal.aborted) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, ms)
        wake = () => {
          clearTimeout(timer)
          resolve()
        }
      })
    }
    isRung = false
  }
  return { ring, wait }
}
