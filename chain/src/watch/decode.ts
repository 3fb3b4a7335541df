import { type Address, type DecodeEventLogReturnType, decodeEventLog, type Hex } from 'viem'
import { watchedEvents } from './events.ts'

/** One of our events, named by `eventName` with typed `args`, and the contract that emitted it. */
export type WatchedEvent = { emitter: Address } & DecodeEventLogReturnType<typeof watchedEvents>

/**
 * What a log says if it is one of our events, else null. It looks at the shape only: an ERC-20's Transfer is no pass's,
 * but a foreign ERC-721's is alike, so trust the emitter first.
 */
export function decodeLog(log: { address: Address; topics: readonly Hex[]; data: Hex }): WatchedEvent | null {
  const [signature, ...indexed] = log.topics
  if (signature === undefined) return null
  try {
    const event = decodeEventLog({ abi: watchedEvents, topics: [signature, ...indexed], data: log.data, strict: true })
    return { emitter: log.address, ...event }
  } catch {
    // Another contract's event, of another shape.
    return null
  }
}
