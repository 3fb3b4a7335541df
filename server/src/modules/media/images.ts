import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import type { ImageAnswer, ImageJob } from './image-worker.ts'

type Waiting = { job: ImageJob; resolve: (answer: ImageAnswer) => void }
const patienceMs = 30_000

export type Images = { process: (file: string, directory: string) => Promise<ImageAnswer>; stop: () => void }

/** Images in as many processes, each one at a time: the least busy takes the next. */
export function imageProcesses(n: number): Images {
  const lanes = Array.from({ length: n }, () => ({ images: imageProcess(), queued: 0 }))
  return {
    process: async (file, directory) => {
      const lane = lanes.reduce((least, other) => (other.queued < least.queued ? other : least))
      lane.queued += 1
      try {
        return await lane.images.process(file, directory)
      } finally {
        lane.queued -= 1
      }
    },
    stop: () => {
      for (const lane of lanes) lane.images.stop()
    },
  }
}

/** One image at a time in a process of its own, started when first needed; a stuck or dead one is replaced. */
function imageProcess(): Images {
  let worker: ChildProcess | null = null
  let queue: Waiting[] = []
  let busy: (Waiting & { timer: NodeJS.Timeout }) | null = null
  let nextId = 1

  const settle = (answer: ImageAnswer) => {
    if (!busy) return
    clearTimeout(busy.timer)
    busy.resolve(answer)
    busy = null
    next()
  }
  const start = (): ChildProcess => {
    const fresh = fork(join(import.meta.dirname, 'image-worker.ts'), {
      execArgv: [`--import=${import.meta.resolve('tsx')}`],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    fresh.on('message', (answer) => settle(answer as ImageAnswer))
    fresh.on('exit', () => {
      if (worker === fresh) worker = null
      if (busy) settle({ id: busy.job.id, refused: 'not-an-image' })
    })
    return fresh
  }
  const next = () => {
    const waiting = queue[0]
    if (busy || !waiting) return
    queue = queue.slice(1)
    worker ??= start()
    busy = { ...waiting, timer: setTimeout(() => worker?.kill('SIGKILL'), patienceMs) }
    worker.send(waiting.job)
  }
  return {
    process: (file, directory) =>
      new Promise((resolve) => {
        queue.push({ job: { id: nextId++, file, directory }, resolve })
        next()
      }),
    stop: () => worker?.kill('SIGKILL'),
  }
}
