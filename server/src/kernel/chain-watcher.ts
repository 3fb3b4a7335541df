import { chainOf } from '@corefans/chain/chains.ts'
import type { WatchSink } from '@corefans/chain/watch/types.ts'
import { watchChain } from '@corefans/chain/watch/watch-chain.ts'
import { createClient, http as overHttp } from 'viem'
import { reportSyncProgress } from './sync-progress.ts'

export type ChainWatcher = { poke: () => void; behind: () => number; stop: () => Promise<void> }

/** Follows the chain into the inbox until stopped; what the node gets wrong is retried, never believed. */
export function startChainWatcher({
  log,
  ...options
}: {
  chainId: number
  rpcUrls: readonly [string, ...string[]]
  fromBlock: bigint
  sink: WatchSink
  log: { error: (about: { err: unknown }, what: string) => void; warn: (words: string) => void }
}): ChainWatcher {
  const chain = chainOf(options.chainId)
  if (!chain) throw new Error(`CoreFans does not know chain ${options.chainId}`)
  const ending = new AbortController()
  const clientOf = (url: string) => createClient({ chain, transport: overHttp(url, { retryCount: 0, timeout: 10_000 }) })
  const [first, ...others] = options.rpcUrls
  const clients = [clientOf(first), ...others.map(clientOf)] as const
  const onError = (err: unknown) => log.error({ err }, 'chain')
  const watch = watchChain({ clients, sink: options.sink, fromBlock: options.fromBlock, signal: ending.signal, onError })
  const hush = reportSyncProgress(watch.lag, (words) => log.warn(words))
  return {
    poke: watch.poke,
    behind: () => Number(watch.lag().behind ?? 0n),
    stop: async () => {
      hush()
      ending.abort()
      await watch.stopped
    },
  }
}
