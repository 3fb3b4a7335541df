import { http } from './problems.ts'

/** Runs `work` when its owner's turn comes; rejects with the signal's reason if it is aborted before its turn. */
export type FairQueue = <T>(owner: string, work: () => Promise<T>, signal?: AbortSignal) => Promise<T>
type Waiting = { begin: () => void }

/**
 * A queue in which owners take turns: whoever brings a hundred pieces of work delays others by one. What nobody waits for
 * any more leaves the queue. Throws http/too-many-requests to an owner with more than `waitingEach` waiting.
 */
export function fairQueue({ atOnce, waitingEach }: { atOnce: number; waitingEach: number }): FairQueue {
  // The first owner of the map is next; one with more to do goes to its end.
  const lines = new Map<string, Waiting[]>()
  let running = 0

  const next = () => {
    const [first] = lines
    if (!first || running >= atOnce) return
    const [owner, line] = first
    const waiting = line.shift()
    lines.delete(owner)
    if (line.length > 0) lines.set(owner, line)
    waiting?.begin()
  }
  const turn = (owner: string, signal?: AbortSignal): Promise<void> =>
    new Promise((resolve, reject) => {
      const line = lines.get(owner) ?? []
      if (line.length >= waitingEach) return reject(http['too-many-requests']({ retryAfterS: 5 }))
      if (signal?.aborted) return reject(signal.reason)
      const leave = () => {
        const left = line.filter((one) => one !== waiting)
        line.splice(0, line.length, ...left)
        if (left.length === 0 && lines.get(owner) === line) lines.delete(owner)
        reject(signal?.reason)
      }
      const waiting: Waiting = {
        begin: () => {
          running++
          signal?.removeEventListener('abort', leave)
          resolve()
        },
      }
      line.push(waiting)
      lines.set(owner, line)
      signal?.addEventListener('abort', leave, { once: true })
      next()
    })

  return async (owner, work, signal) => {
    await turn(owner, signal)
    try {
      return await work()
    } finally {
      running--
      next()
    }
  }
}
