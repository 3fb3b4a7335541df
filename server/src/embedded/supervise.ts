import { setTimeout as sleep } from 'node:timers/promises'

/** A process that we started: when it is gone, and how to end it. */
export type Child = { pid: number; gone: Promise<unknown>; stop: () => Promise<void> }
export type Supervised = { pid: () => number; restarts: () => number; stop: () => Promise<void> }

const firstWaitMs = 200
const longestWaitMs = 10_000
/** A child that lived so long had started well: the next fall is a new one. */
const steadyMs = 60_000

/**
 * Starts a child that ended without being asked to, again and again, with a wait that doubles. `start` must put it at the
 * same place with the same data. `stop` ends the watch and the child; afterwards nothing is started any more.
 */
export function supervise<C extends Child>(first: C, start: () => Promise<C>, say: (words: string) => void): Supervised {
  const ending = new AbortController()
  let child: C | null = first
  let pid = first.pid
  let restarts = 0

  const again = async (): Promise<C | null> => {
    for (let wait = firstWaitMs; !ending.signal.aborted; wait = Math.min(wait * 2, longestWaitMs)) {
      await sleep(wait, undefined, { signal: ending.signal }).catch(() => {})
      if (ending.signal.aborted) return null
      try {
        return await start()
      } catch (err) {
        say(`did not come back: ${err instanceof Error ? err.message : String(err)}`)
      }
    }
    return null
  }

  const watch = async (): Promise<void> => {
    for (let unsteady = 0; child; ) {
      const since = Date.now()
      await child.gone
      if (ending.signal.aborted) return
      unsteady = Date.now() - since < steadyMs ? unsteady + 1 : 0
      say('ended without being asked to; starting it again')
      // One that comes up only to fall again is given longer and longer.
      await sleep(Math.min(firstWaitMs * 2 ** unsteady, longestWaitMs), undefined, { signal: ending.signal }).catch(() => {})
      child = await again()
      pid = child?.pid ?? pid
      restarts++
    }
  }
  const watched = watch()

  return {
    pid: () => pid,
    restarts: () => restarts,
    stop: async () => {
      ending.abort()
      await child?.stop()
      await watched
      // One that was just being started when we were asked to stop.
      await child?.stop()
    },
  }
}
