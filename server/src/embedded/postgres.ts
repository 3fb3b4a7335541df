import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { chownSync, existsSync, lchownSync, mkdirSync, openSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { guard } from '@corefans/chain/devnet/guardian.ts'
import pg from 'pg'
import { freePort } from './free-port.ts'
import { binariesFor, clusterDirectory, databaseUser, type OsUser } from './postgres-files.ts'
import { type Child, supervise } from './supervise.ts'

/** `pid` is the server that runs now: one that is killed is started again at the same address with the same data. */
export type Postgres = { url: string; pid: () => number; restarts: () => number; stop: () => Promise<void> }

const name = 'corefans'
const settings = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'max_connections=200',
  'shared_buffers=256MB',
  'jit=off',
  'timezone=UTC',
  'log_timezone=UTC',
  'checkpoint_timeout=15min',
  'max_wal_size=2GB',
  'random_page_cost=1.1',
]

/** Starts a real PostgreSQL 18 on loopback with its data under `dataDir`; makes the cluster on first start. Nothing outlives us. */
export async function startPostgres(dataDir: string, say: (words: string) => void = () => {}): Promise<Postgres> {
  mkdirSync(dataDir, { recursive: true })
  const user = databaseUser()
  const binaries = binariesFor(user)
  const cluster = clusterDirectory(dataDir, user)
  const passwordFile = join(dataDir, 'postgres.password')
  if (!existsSync(passwordFile)) writeFileSync(passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600 })
  const password = readFileSync(passwordFile, 'utf8')
  if (!existsSync(join(cluster, 'PG_VERSION'))) await makeCluster({ binaries, cluster, password, user })
  const port = await freePort()
  const place = { binaries, cluster: realpathSync(cluster), password, user, port, log: join(dataDir, 'postgres.log') }
  const supervised = supervise(
    await run(place),
    () => run(place),
    (words) => say(`PostgreSQL ${words}`),
  )
  return { url: urlOf(place), ...supervised }
}

type Place = { binaries: string; cluster: string; password: string; user: OsUser | null }

async function makeCluster({ binaries, cluster, password, user }: Place): Promise<void> {
  mkdirSync(cluster, { recursive: true, mode: 0o700 })
  const real = realpathSync(cluster)
  const passwordFile = join(real, '..', `.initdb-${process.pid}`)
  writeFileSync(passwordFile, password, { mode: 0o600 })
  if (user) for (const path of [real, passwordFile]) chownSync(path, user.uid, user.gid)
  const options = [
    `--pgdata=${real}`,
    `--username=${name}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C.UTF-8',
    '--no-instructions',
  ]
  const initdb = spawn(join(binaries, 'bin/initdb'), options, { stdio: ['ignore', 'ignore', 'pipe'], cwd: '/', ...user })
  let words = ''
  initdb.stderr.on('data', (chunk) => {
    words += String(chunk)
  })
  const [code] = (await once(initdb, 'exit')) as [number | null]
  rmSync(passwordFile, { force: true })
  if (code === 0) return
  rmSync(real, { recursive: true, force: true })
  throw new Error(`initdb failed: ${words.trim()}`)
}

/** A server that was killed a moment ago may still be letting go of its lock: try for a while. */
async function run(place: Place & { log: string; port: number }): Promise<Child> {
  for (let attempt = 1; ; attempt++) {
    const log = openSync(place.log, 'a')
    if (place.user) lchownSync(place.log, place.user.uid, place.user.gid)
    const options = ['-D', place.cluster, '-p', String(place.port), ...settings.flatMap((setting) => ['-c', setting])]
    const server = spawn(join(place.binaries, 'bin/postgres'), options, {
      stdio: ['ignore', log, log],
      detached: true,
      cwd: '/',
      ...place.user,
    })
    const { release } = guard(server.pid as number, 'INT')
    const gone = new Promise((done) => server.once('exit', done))
    // A pid is given to others once its process is gone, so the guardian must not outlive it.
    void gone.then(release)
    if (await answers(server, urlOf(place))) return { pid: server.pid as number, gone, stop: () => stop(server, gone) }
    if (attempt === 40)
      throw new Error(
        `PostgreSQL did not start; the end of ${place.log} says:\n${readFileSync(place.log, 'utf8').trim().split('\n').slice(-5).join('\n')}`,
      )
    await pause(500)
  }
}

const urlOf = ({ password, port }: { password: string; port: number }) => `postgres://${name}:${password}@127.0.0.1:${port}/postgres`

async function answers(server: ChildProcess, url: string): Promise<boolean> {
  let exited = false
  server.once('exit', () => {
    exited = true
  })
  for (let waited = 0; waited < 120_000 && !exited; waited += 50) {
    const client = new pg.Client({ connectionString: url })
    client.on('error', () => {})
    try {
      await client.connect()
      await client.end()
      return true
    } catch {
      await pause(50) // starting, or replaying its log after a crash
    }
  }
  return false
}

/** Fast shutdown: open transactions are rolled back, everything acknowledged is on disk. */
async function stop(server: ChildProcess, gone: Promise<unknown>): Promise<void> {
  if (server.exitCode === null && server.signalCode === null) server.kill('SIGINT')
  await gone
}

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms))
