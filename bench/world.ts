import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Db, openDb } from '../server/src/kernel/db.ts'
import { type Cpu, childrenOf, cpuOf, isPostgres } from './cpu.ts'

export type BenchWorld = {
  port: number
  url: string
  db: Db
  server: number
  /** CPU milliseconds used so far by the server process and by all of PostgreSQL. */
  cpu: () => Cpu
  /** Bytes of the server process that are resident after a garbage collection. */
  residentBytes: () => Promise<number>
  /** Begins or ends a CPU profile of the server, where BENCH_PROFILE asks for one. */
  profile: (isOn: boolean) => Promise<void>
  stop: () => Promise<void>
}
type Ready = { ready: { port: number; url: string; databaseUrl: string } }

/** What `npm start` gives to Node. */
const asStarted = ['--max-semi-space-size=64']
const here = import.meta.dirname
/** Progress goes to stderr: the last line of stdout is the result. */
export const say = (words: string): void => console.error(`${(performance.now() / 1_000).toFixed(1).padStart(6)} s  ${words}`)

/** A CoreFans of the bench's own: real PostgreSQL and EVM, free ports, a data directory that is removed at the end. */
export async function startBenchWorld(env: Record<string, string> = {}): Promise<BenchWorld> {
  say('starting PostgreSQL, the chain and the server')
  const dataDir = aBenchDir()
  const child = startChild('server-process.ts', { ...env, DATA_DIR: dataDir }, ['--expose-gc', ...asStarted])
  try {
    const { ready } = await heard<Ready>(child, 'ready')
    const db = openDb(ready.databaseUrl, 2)
    const server = child.pid as number
    const postmaster = childrenOf(server).find(isPostgres) ?? 0
    return {
      ...ready,
      db,
      server,
      cpu: () => ({ server: cpuOf(server), database: cpuOf(postmaster, true) }),
      residentBytes: async () => {
        child.send({ ask: 'memory' })
        return (await heard<{ memory: number }>(child, 'memory')).memory
      },
      profile: async (isOn) => {
        child.send({ ask: isOn ? 'profile' : 'profiled' })
        await heard(child, 'profiling')
      },
      stop: async () => {
        await db.close().catch(() => {})
        await end(child)
        rmSync(dataDir, { recursive: true, force: true })
      },
    }
  } catch (err) {
    await end(child)
    rmSync(dataDir, { recursive: true, force: true })
    throw err
  }
}

/** A directory that the database's own user can reach too. */
export function aBenchDir(): string {
  const path = mkdtempSync(join(tmpdir(), 'corefans-bench-'))
  chmodSync(path, 0o755)
  return path
}

/** Another Node process of the bench; it ends by itself when we are gone. */
export function startChild(file: string, env: Record<string, string> = {}, nodeFlags: readonly string[] = []): ChildProcess {
  return fork(join(here, file), {
    execArgv: [...nodeFlags, '--import', import.meta.resolve('tsx')],
    env: { ...process.env, NODE_ENV: 'production', ...env },
    stdio: ['ignore', 2, 2, 'ipc'],
    detached: true, // Ctrl-C reaches us only, so that we can end the others in order
  })
}

/** The next message of a child that carries `key`; rejects when the child ends or says why it cannot. */
export function heard<T extends object>(child: ChildProcess, key: string): Promise<T> {
  return new Promise((resolve, reject) => {
    const listen = (message: object) => {
      if ('failed' in message) done(() => reject(new Error(String(message.failed))))
      else if (key in message) done(() => resolve(message as T))
    }
    const gone = () => done(() => reject(new Error(`a process of the bench ended before it said “${key}”`)))
    const done = (then: () => void) => {
      child.off('message', listen)
      child.off('exit', gone)
      then()
    }
    child.on('message', listen)
    child.once('exit', gone)
  })
}

export async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  if (child.connected) child.disconnect()
  const timer = setTimeout(() => child.kill('SIGKILL'), 30_000)
  await gone
  clearTimeout(timer)
}
