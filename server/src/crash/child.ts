import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { freePort } from '../embedded/free-port.ts'

const root = resolve(import.meta.dirname, '../../..')
const patienceMs = 50_000

/** A CoreFans in its own process, as `npm start` runs it. */
export type Child = { process: ChildProcess; port: number; url: string; output: () => string; ended: Promise<number | null> }

/** A data directory; one that PostgreSQL's own user can reach unless `mode` says otherwise. */
export function aDataDir(mode = 0o755): string {
  const path = mkdtempSync(join(tmpdir(), 'corefans-crash-'))
  chmodSync(path, mode)
  return join(path, 'data')
}

/** Removes the directory, and the cluster that stands outside where root's own home was out of PostgreSQL's reach. */
export function removeDataDir(dataDir: string): void {
  try {
    const cluster = realpathSync(join(dataDir, 'postgres'))
    if (!cluster.startsWith(dataDir)) rmSync(dirname(cluster), { recursive: true, force: true })
  } catch {
    // No cluster was made.
  }
  rmSync(dirname(dataDir), { recursive: true, force: true })
}

/** Starts without waiting: `ended` answers the exit code. */
export async function spawnCoreFans(env: Record<string, string>): Promise<Child> {
  const port = Number(env.PORT) || (await freePort())
  const { NODE_ENV: _unused, VITEST: _too, ...inherited } = process.env
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    cwd: root,
    env: { ...inherited, DEMO: '0', HOST: '127.0.0.1', TRUST_PROXY: '1', LOG_LEVEL: 'error', PORT: String(port), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      output += String(chunk)
    })
  const ended = once(child, 'close').then(([code]) => code as number | null)
  return { process: child, port, url: `http://127.0.0.1:${port}`, output: () => output, ended }
}

/** Starts and waits until it says that it is ready. */
export async function startCoreFans(env: Record<string, string>): Promise<Child> {
  const child = await spawnCoreFans(env)
  for (const until = performance.now() + patienceMs; performance.now() < until; await pause(50)) {
    if (child.output().includes('CoreFans is ready')) return child
    if (child.process.exitCode !== null) break
  }
  child.process.kill('SIGKILL')
  throw new Error(`CoreFans did not become ready:\n${child.output()}`)
}

/** The database of a running CoreFans, from what its data directory says. */
export function databaseOf(dataDir: string): string {
  const port = readFileSync(join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')[3]
  return `postgres://corefans:${readFileSync(join(dataDir, 'postgres.password'), 'utf8')}@127.0.0.1:${port}/postgres`
}

/** Processes that were started for this data directory and still run, each as its command line. */
export function processesOf(dataDir: string): string[] {
  const read = (pid: string, name: string) => {
    try {
      return readFileSync(`/proc/${pid}/${name}`, 'utf8')
    } catch {
      return ''
    }
  }
  const isZombie = (pid: string) => read(pid, 'stat').includes(') Z ')
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .filter((pid) => (read(pid, 'environ').includes(dataDir) || read(pid, 'cmdline').includes(dataDir)) && !isZombie(pid))
    .map((pid) => `${pid} ${read(pid, 'cmdline').replaceAll('\0', ' ').slice(0, 120)}`)
}

export const pause = (ms: number) => new Promise((done) => setTimeout(done, ms))
