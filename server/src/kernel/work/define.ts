import { randomInt } from 'node:crypto'
import type { DefineWork, RegisteredWork } from './types.ts'

/** Collects what work there is; `define` answers how to ask for it. */
export function workRegistry(): { define: DefineWork; works: readonly RegisteredWork[] } {
  const works: RegisteredWork[] = []
  return {
    works,
    define: (name, options, run) => {
      works.push({ name, options, run: run as RegisteredWork['run'] })
      return {
        // The jobs of one graphile-worker queue run one after another in all processes together: as many queues as places
        // are a limit that holds wherever the work runs.
        enqueue: (ctx, payload, { runAt, key } = {}) =>
          ctx.addJob(name, payload, {
            queue: `${options.queue}:${randomInt(options.concurrency)}`,
            ...(runAt ? { runAt } : {}),
            ...(key ? { key } : {}),
          }),
      }
    },
  }
}
