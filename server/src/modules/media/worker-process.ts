import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'

export type WorkerProcess<Job, Answer> = {
  ask: (job: Job, options: { patienceMs: number; signal?: AbortSignal | undefined }) => Promise<Answer>
  stop: () => void
}
type Options<Answer> = { script: string; maxHeapMb?: number; dead: Answer; late: Answer }

/**
 * A process of its own, started when first needed; a stuck or dead one is replaced. Asked one thing at a time. Answers `dead`
 * when it ended by what it was asked, and `late` when patience was over. An aborted signal ends it and rejects.
 */
export function workerProcess<Job extends object, Answer>({ script, maxHeapMb, dead, late }: Options<Answer>): WorkerProcess<Job, Answer> {
  let worker: ChildProcess | null = null
  let settle: (answer: Answer) => void = () => {}

  const start = (): ChildProcess => {
    const heap = maxHeapMb ? [`--max-old-space-size=${maxHeapMb}`] : []
    const fresh = fork(join(import.meta.dirname, script), {
      execArgv: [`--import=${import.meta.resolve('tsx')}`, ...heap],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    fresh.on('message', (answer) => settle(answer as Answer))
    fresh.on('exit', () => {
      if (worker !== fresh) return
      worker = null
      settle(dead)
    })
    return fresh
  }
  const kill = () => {
    worker?.kill('SIGKILL')
    worker = null
  }
  return {
    ask: (job, { patienceMs, signal }) =>
      new Promise((resolve, reject) => {
        const end = () => {
          clearTimeout(timer)
          signal?.removeEventListener('abort', leave)
          settle = () => {}
        }
        const leave = () => {
          end()
          kill()
          reject(signal?.reason)
        }
        const timer = setTimeout(() => {
          settle(late)
          kill()
        }, patienceMs)
        settle = (answer) => {
          end()
          resolve(answer)
        }
        signal?.addEventListener('abort', leave, { once: true })
        worker ??= start()
        worker.send(job)
      }),
    stop: kill,
  }
}
