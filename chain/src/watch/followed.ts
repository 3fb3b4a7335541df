import { birthOf, type Emitter, emitterOf, type Followed } from './emitters.ts'
import type { SeenBlock, WatchedBlock } from './types.ts'

/** Keeps the logs of followed contracts, and of clones that a followed factory creates on the way. */
export function keepFollowed(blocks: readonly SeenBlock[], followed: Followed): WatchedBlock[] {
  const known = new Map<string, Emitter>(followed)
  return blocks.map((block) => ({
    ...block,
    logs: block.logs.flatMap((log) => {
      const emitter = known.get(log.address.toLowerCase())
      if (emitter === undefined) return []
      // In chain order a clone is announced before it can speak.
      const birth = birthOf(emitter.kind, log)
      if (birth) known.set(...emitterOf(birth))
      return [{ ...log, ...emitter, birth }]
    }),
  }))
}
