import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import type { Answered, Refusal } from './room.ts'

/** What the engine's process is asked; a room is a stream, a session one who publishes or watches. */
export type Job =
  | { type: 'publish' | 'watch'; room: string; session: string; sdp: string }
  | { type: 'close'; room: string; session: string }
  | { type: 'end'; room: string }
/** What it tells. */
export type Told =
  | { type: 'ready'; port: number }
  | { type: 'answered'; session: string; answered: Answered }
  | { type: 'left'; room: string; session: string; role: 'publisher' | 'viewer' }

export type LiveEvent = Extract<Told, { type: 'left' }> | { type: 'down' }
/** WebRTC for everybody: one publishes to a room, many watch. The embedded one forwards in a process of its own. */
export type LiveEngine = {
  /** An answer to a WHIP offer (RFC 9725); whoever published in the room before is let go. */
  publish: (room: string, session: string, sdp: string) => Promise<Answered | { refusal: 'down' }>
  /** An answer to a WHEP offer. */
  watch: (room: string, session: string, sdp: string) => Promise<Answered | { refusal: 'down' }>
  close: (room: string, session: string) => void
  /** Nobody publishes or watches there any more. */
  end: (room: string) => void
  /** Its process, while there is one: health says so. */
  pid: () => number | null
  stop: () => void
}
export type { Refusal }

const answerMs = 10_000

/** Starts when it is first needed. When its process dies, everybody in it is gone (`down`), and the next call starts another. */
export function embeddedEngine(onEvent: (event: LiveEvent) => void, udpPort: number | null): LiveEngine {
  let child: ChildProcess | null = null
  const waiting = new Map<string, (answered: Answered | { refusal: 'down' }) => void>()

  const start = (): ChildProcess => {
    const fresh = fork(join(import.meta.dirname, 'engine-worker.ts'), {
      execArgv: [`--import=${import.meta.resolve('tsx')}`],
      env: { ...process.env, LIVE_UDP_PORT: udpPort === null ? '' : String(udpPort) },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    fresh.on('message', (told: Told) => {
      if (told.type === 'answered') waiting.get(told.session)?.(told.answered)
      if (told.type === 'left') onEvent(told)
    })
    fresh.on('exit', () => {
      if (child !== fresh) return
      child = null
      for (const settle of [...waiting.values()]) settle({ refusal: 'down' })
      onEvent({ type: 'down' })
    })
    return fresh
  }
  const tell = (job: Job): void => void (child?.connected && child.send(job))
  const ask = (job: Extract<Job, { sdp: string }>): Promise<Answered | { refusal: 'down' }> =>
    new Promise((resolve) => {
      const settle = (answered: Answered | { refusal: 'down' }) => {
        clearTimeout(late)
        waiting.delete(job.session)
        resolve(answered)
      }
      const late = setTimeout(() => settle({ refusal: 'down' }), answerMs)
      waiting.set(job.session, settle)
      child ??= start()
      child.send(job)
    })
  return {
    publish: (room, session, sdp) => ask({ type: 'publish', room, session, sdp }),
    watch: (room, session, sdp) => ask({ type: 'watch', room, session, sdp }),
    close: (room, session) => tell({ type: 'close', room, session }),
    end: (room) => tell({ type: 'end', room }),
    pid: () => child?.pid ?? null,
    stop: () => {
      const last = child
      child = null
      last?.kill('SIGKILL')
    },
  }
}
