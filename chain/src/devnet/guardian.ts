import { spawn } from 'node:child_process'

/** Ends the watch without touching the watched process. */
export type Guardian = { release: () => void }

/**
 * Sends `signal` to `pid` when this process is gone, however it went: also by SIGKILL, when no handler of ours runs.
 * The guardian waits on a pipe that only we hold open; our death closes it.
 */
export function guard(pid: number, signal: 'TERM' | 'INT' | 'QUIT' | 'KILL' = 'TERM'): Guardian {
  const child = spawn('sh', ['-c', `read _; kill -${signal} ${pid}`], {
    // In its own process group, so that Ctrl-C in our terminal does not end the guardian before us.
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  // Its end must not break us, nor its life keep us.
  child.on('error', () => undefined)
  child.stdin.on('error', () => undefined)
  child.unref()
  return { release: () => void child.kill('SIGKILL') }
}
