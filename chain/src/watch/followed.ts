import { birthOf, type EmitterKind, type Followed } from './emitters.ts'
import type { SeenBlock, WatchedBlock } from './types.ts'

/** Keeps the logs of followed contracts, and of clones that a followed factory creates on the way. */
export function keepFollowed(blocks: readonly SeenBlock[], followed: Followed): WatchedBlock[] {
  const known = new Map<string, EmitterKind>(followed)
  return blocks.map((block) => ({
    ...block,
    logs: block.logs.flatMap((log) => {
      const kind = known.get(log.address.toLowerCase())
      if (kind === undefined) return []
      // In chain order a clone is announced before it can speak.
      const birth = birthOf(kind, log)
      if (birth) known.set(birth.address.toLowerCase(), birth.kind)
      return [{ ...log, kind, birth }]
    }),
  }))
}
