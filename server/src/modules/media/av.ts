import { fairQueue } from '../../kernel/fair-queue.ts'
import type { AvAnswer, AvJob } from './av-worker.ts'
import { type WorkerProcess, workerProcess } from './worker-process.ts'

/** What a file may make its process take; packets are copied one by one, so that its length does not matter. */
const maxHeapMb = 256
/** Copying four gigabytes takes a slow disk some minutes. */
const patienceMs = 20 * 60_000
const waitingEach = Number.POSITIVE_INFINITY

export type Av = { remux: (job: AvJob, order: { owner: string; signal?: AbortSignal }) => Promise<AvAnswer>; stop: () => void }

/** Video and sound in as many processes, each one file at a time; owners take turns. */
export function avProcesses(n: number): Av {
  const free = Array.from({ length: n }, avProcess)
  const all = [...free]
  const queue = fairQueue({ atOnce: n, waitingEach })
  return {
    remux: (job, { owner, signal }) =>
      queue(
        owner,
        async () => {
          const worker = free.pop() as AvProcess
          try {
            return await worker.ask(job, { patienceMs, signal })
          } finally {
            free.push(worker)
          }
        },
        signal,
      ),
    stop: () => {
      for (const worker of all) worker.stop()
    },
  }
}

type AvProcess = WorkerProcess<AvJob, AvAnswer>
const avProcess = (): AvProcess =>
  workerProcess({ script: 'av-worker.ts', maxHeapMb, dead: { refused: 'broken' }, late: { refused: 'too-slow' } })
