import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import { fairQueue } from '../../kernel/fair-queue.ts'
import type { ImageAnswer, ImageJob } from './image-worker.ts'

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

/** A process of its own, started when first needed; a stuck or dead one is replaced. Asked one thing at a time. */
function imageProcess(): Worker {
  let worker: ChildProcess | null = null
  let settle: (answer: ImageAnswer) => void = () => {}

  const start = (): ChildProcess => {
    const fresh = fork(join(import.meta.dirname, 'image-worker.ts'), {
      execArgv: [`--import=${import.meta.resolve('tsx')}`],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    fresh.on('message', (answer) => settle(answer as ImageAnswer))
    fresh.on('exit', () => {
      if (worker !== fresh) return
      worker = null
      settle({ refused: 'not-an-image' })
    })
    return fresh
  }
  return {
    ask: (job) =>
      new Promise((resolve) => {
        const late = setTimeout(() => {
          settle({ refused: 'too-slow' })
          worker?.kill('SIGKILL')
          worker = null
        }, patienceMs)
        settle = (answer) => {
          clearTimeout(late)
          settle = () => {}
          resolve(answer)
        }
        worker ??= start()
        worker.send(job)
      }),
    stop: () => worker?.kill('SIGKILL'),
  }
}
