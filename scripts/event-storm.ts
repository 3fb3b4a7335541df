// `npm run event-storm -- [acts] [kills]`: events of many acts while handlers fail at random and processes are killed with
// SIGKILL. Each subscriber must handle each event once and in order; each socket that resumes must hear all, once.
// The last line is the result as JSON; exit 1 if anything was lost, doubled or out of order.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { aDataDir, pause, removeDataDir } from '../server/src/crash/child.ts'
import { listenAlways } from '../server/src/crash/listen-always.ts'
import { freePort } from '../server/src/embedded/free-port.ts'
import { startPostgres } from '../server/src/embedded/postgres.ts'
import { type Db, openDb } from '../server/src/kernel/db.ts'
import { migrate } from '../server/src/kernel/migrate.ts'
import { subscriberNames, topicOwner } from './event-storm/plan.ts'

const acts = Number(process.argv[2] ?? 10_000)
const kills = Number(process.argv[3] ?? 20)
const say = (words: string) => console.error(`${(performance.now() / 1_000).toFixed(1).padStart(7)} s  ${words}`)
const atOnce = 16
const listeners = 5

type Role = 'web' | 'worker'
const dataDir = aDataDir()
const postgres = await startPostgres(dataDir)
const db: Db = openDb(postgres.url, 4)
await migrate(db)
await db.pool.query(`create table storm_acts (act int primary key);
  create table storm_handled (id bigint generated always as identity primary key, subscriber text not null, act int not null)`)
const ports = { web: await freePort(), worker: await freePort() }
const children = { web: await start('web'), worker: await start('worker') }
say(`a web process and a worker stand; ${acts} acts, ${kills} kills`)
const sockets = Array.from({ length: listeners }, () => listenAlways(`ws://127.0.0.1:${ports.web}/api/realtime`, topicOwner))
const done = { acts: 0, kills: 0 }

async function start(role: Role): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/event-storm-child.ts'], {
    env: {
      ...process.env,
      ROLE: role,
      PORT: String(ports[role]),
      DATABASE_URL: postgres.url,
      CHAIN_RPC_URL: 'http://127.0.0.1:9',
      LOG_LEVEL: 'fatal',
      DATA_DIR: dataDir,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  for await (const chunk of child.stdout) if (String(chunk).includes('ready')) return child
  throw new Error(`the ${role} process did not start`)
}

/** Asks until it is answered: an act that was done is not done again. */
async function act(number: number): Promise<void> {
  for (;;) {
    const answer = await fetch(`http://127.0.0.1:${ports.web}/act/${number}`, { method: 'POST' }).catch(() => null)
    if (answer?.ok) return
    await pause(20)
  }
}

let next = 1
const actor = async () => {
  for (let number = next++; number <= acts; number = next++) {
    await act(number)
    if (++done.acts % 1_000 === 0) say(`${done.acts} acts, ${done.kills} kills`)
  }
}

async function killNowAndThen(): Promise<void> {
  for (; done.kills < kills; done.kills++) {
    const due = (acts * (done.kills + 1)) / (kills + 1)
    while (done.acts < due) await pause(5)
    const role: Role = done.kills % 2 === 0 ? 'worker' : 'web'
    children[role].kill('SIGKILL')
    await once(children[role], 'close')
    children[role] = await start(role)
  }
}

await Promise.all([...Array.from({ length: atOnce }, actor), killNowAndThen()])
const from = performance.now()
for (let handled = 0; handled < acts * subscriberNames.length; await pause(100)) {
  const [row] = await db.sql<{ n: number; dead: number }>(
    'select (select count(distinct (subscriber, act))::int from storm_handled) as n, (select count(*)::int from dead_events) as dead',
  )
  handled = row?.n ?? 0
  if ((row?.dead ?? 0) > 0 || performance.now() - from > 120_000) break
}
for (let patience = 0; patience < 200 && sockets.some((socket) => socket.acts.length < acts); patience++) await pause(50)
say(`caught up ${((performance.now() - from) / 1_000).toFixed(1)} s after the last act`)

const logged = (
  await db.sql<{ act: number }>(
    `select (payload->'counters'->>'posts')::int as act from outbox where type = 'profile.counted' order by seq`,
  )
).map(({ act: number }) => number)
const counts = { lost: 0, double: 0, outOfOrder: 0 }
for (const name of subscriberNames)
  compare(
    (await db.sql<{ act: number }>('select act from storm_handled where subscriber = $1 order by id', [name])).map((row) => row.act),
    counts,
  )
const heard = { lost: 0, double: 0, outOfOrder: 0 }
for (const socket of sockets) compare(socket.acts, heard)

/** Counts where a list of acts differs from the log. */
function compare(list: readonly number[], into: typeof counts): void {
  const unique = [...new Set(list)]
  into.lost += logged.length - unique.length
  into.double += list.length - unique.length
  const position = new Map(logged.map((number, i) => [number, i]))
  into.outOfOrder += unique.filter(
    (number, i) => i > 0 && (position.get(number) ?? 0) < (position.get(unique[i - 1] as number) ?? 0),
  ).length
}

const resets = sockets.reduce((sum, socket) => sum + socket.resets(), 0)
console.log(JSON.stringify({ storm: 'events', ...done, logged: logged.length, subscribers: counts, sockets: heard, resets }))
const isClean = [...Object.values(counts), ...Object.values(heard), acts - logged.length, resets].every((n) => n === 0)
process.exitCode = isClean ? 0 : 1
for (const socket of sockets) socket.stop()
for (const child of Object.values(children)) child.kill('SIGKILL')
await db.close()
await postgres.stop()
removeDataDir(dataDir)
