import { fairQueue } from '../../kernel/fair-queue.ts'
import type { ImageAnswer, ImageJob } from './image-worker.ts'
import { workerProcess } from './worker-process.ts'

const patienceMs = 30_000
const waitingEach = 40

/** Whose picture it is, when its owner left, and what is asked before its pixels are read: a refusal costs a header only. */
export type ImageOrder = { owner: string; signal?: AbortSignal | undefined; beforeDecoding?: ((pixels: number) => void) | undefined }
export type Images = { process: (file: string, directory: string, order: ImageOrder) => Promise<ImageAnswer>; stop: () => void }

/**
 * Images in as many processes, each one at a time. Owners take turns, so that nobody waits for all that another brought;
 * what its owner left is not begun.
 */
export function imageProcesses(n: number): Images {
  const free = Array.from({ length: n }, imageProcess)
  const all = [...free]
  const queue = fairQueue({ atOnce: n, waitingEach })
  return {
    process: (file, directory, { owner, signal, beforeDecoding }) =>
      queue(
        owner,
        async () => {
          const worker = free.pop() as Worker
          try {
            const measured = await worker.ask({ kind: 'measure', file })
            if ('refused' in measured) return measured
            beforeDecoding?.(measured.width * measured.height)
            return await worker.ask({ kind: 'make', file, directory })
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

type Worker = { ask: (job: ImageJob) => Promise<ImageAnswer>; stop: () => void }

function imageProcess(): Worker {
  const { ask, stop } = workerProcess<ImageJob, ImageAnswer>({
    script: 'image-worker.ts',
    dead: { refused: 'not-an-image' },
    late: { refused: 'too-slow' },
  })
  return { ask: (job) => ask(job, { patienceMs }), stop }
}
