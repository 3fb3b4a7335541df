import type { Address } from 'viem'
import { decodeLog } from './decode.ts'
import type { WatchedBlock } from './types.ts'

/** Keeps the logs of followed emitters, and of collections that a followed factory creates on the way. */
export function keepFollowed(blocks: readonly WatchedBlock[], addresses: readonly Address[] | 'any'): WatchedBlock[] {
  if (addresses === 'any') return [...blocks]
  const followed = new Set(addresses.map((address) => address.toLowerCase()))
  return blocks.map((block) => ({
    ...block,
    logs: block.logs.filter((log) => {
      if (!followed.has(log.address.toLowerCase())) return false
      const event = decodeLog(log)
      // In chain order a collection is announced before it can speak.
      if (event?.eventName === 'CollectionCreated') followed.add(event.args.pass.toLowerCase())
      return true
    }),
  }))
}
