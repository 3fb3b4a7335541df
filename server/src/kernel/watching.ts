import { chainOf } from '@corefans/chain/chains.ts'
import type { WatchSink } from '@corefans/chain/watch/types.ts'
import { watchChain } from '@corefans/chain/watch/watch-chain.ts'
import { createClient, http as overHttp } from 'viem'

export type Watching = { poke: () => void; behind: () => number; stop: () => Promise<void> }

/** Follows the chain into the inbox until stopped; what the node gets wrong is retried, never believed. */
export function watching(options: {
  chainId: number
  rpcUrls: readonly [string, ...string[]]
  fromBlock: bigint
  sink: WatchSink
  onError: (err: unknown) => void
}): Watching {
  const chain = chainOf(options.chainId)
  if (!chain) throw new Error(`CoreFans does not know chain ${options.chainId}`)
  const ending = new AbortController()
  const clientOf = (url: string) => createClient({ chain, transport: overHttp(url, { retryCount: 0, timeout: 10_000 }) })
  const [first, ...others] = options.rpcUrls
  const clients = [clientOf(first), ...others.map(clientOf)] as const
  const watch = watchChain({ clients, sink: options.sink, fromBlock: options.fromBlock, signal: ending.signal, onError: options.onError })
  watch.stopped.catch(options.onError)
  return {
    poke: watch.poke,
    behind: () => Number(watch.lag().behind ?? 0n),
    stop: async () => {
      ending.abort()
      await watch.stopped.catch(() => {})
    },
  }
}
