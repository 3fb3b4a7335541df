import { mkdirSync } from 'node:fs'
import { createServer } from 'node:net'
import { compose } from './compose.ts'
import { seedWorld } from './demo/seed/index.ts'
import { type EmbeddedChain, startChain } from './embedded/chain.ts'
import { announceEngines } from './embedded/engines.ts'
import { lockDataDir } from './embedded/lock.ts'
import { outsideChain } from './embedded/outside-chain.ts'
import { type Postgres, startPostgres } from './embedded/postgres.ts'
import { type Config, readConfig } from './kernel/config.ts'
import { type Db, openDb } from './kernel/db.ts'
import { migrate, mustBeDurable } from './kernel/migrate.ts'

/** `pids` are the embedded children that run now. */
export type World = { url: string; pids: () => Record<string, number>; stop: () => Promise<void> }
type Say = (words: string) => void

/** Starts everything that the environment asks for and answers when it is ready. On failure nothing is left running. */
export async function startWorld(env: NodeJS.ProcessEnv, say: Say): Promise<World> {
  const config = readConfig(env)
  const opened: (() => Promise<void>)[] = []
  const children = new Map<string, () => number>()
  const stop = async () => {
    for (const close of opened.splice(0).reverse()) await close()
  }
  try {
    await open({ config, opened, children, say })
  } catch (err) {
    await stop()
    throw err
  }
  return { url: config.publicUrl, pids: () => Object.fromEntries([...children].map(([name, pid]) => [name, pid()])), stop }
}

type Opening = { config: Config; opened: (() => Promise<void>)[]; children: Map<string, () => number>; say: Say }

async function open(opening: Opening): Promise<void> {
  const { config, opened, say } = opening
  mkdirSync(config.dataDir, { recursive: true })
  // Processes of one role each share the media of one directory; the engines in it belong to one alone.
  if (config.role === 'all') opened.push(lockDataDir(config.dataDir))
  await mustBeFree(config)
  const databaseUrl = config.databaseUrl ?? (await startDatabase(opening)).url
  const db = openDb(databaseUrl)
  await mustBeDurable(db).catch((err: unknown) => {
    throw config.databaseUrl ? new Error(`DATABASE_URL: ${err instanceof Error ? err.message : String(err)}`, { cause: err }) : err
  })
  const applied = await migrate(db)
  if (applied.length > 0) say(`database schema: ${applied.length} migrations applied`)
  const chain = config.chainRpcUrl ? await outsideChain(config, config.chainRpcUrl) : (await startDevnet(opening, db)).settings
  const corefans = await compose({ config, db, databaseUrl, chain })
  opened.push(corefans.stop)
  if (config.role === 'all') opened.push(announceEngines(config.dataDir, { databaseUrl, chain }))
  await corefans.host.app.listen({ port: config.port, host: config.host }).catch((err: unknown) => {
    throw plainly(err, config.port, config.host)
  })
  if (config.demo && config.role === 'all')
    await seedWorld(corefans.host, corefans.media, config.seed, (words) => say(`demo world: ${words}`))
  corefans.host.ready(true)
}

async function startDatabase({ config, opened, children, say }: Opening): Promise<Postgres> {
  say('starting PostgreSQL 18')
  const postgres = await startPostgres(config.dataDir, say)
  opened.push(postgres.stop)
  children.set('postgres', postgres.pid)
  return postgres
}

async function startDevnet({ config, opened, children, say }: Opening, db: Db): Promise<EmbeddedChain> {
  say('starting the embedded chain (31337)')
  const chain = await startChain(config.dataDir, db, { bornDaysAgo: config.demo ? 90 : 0, say })
  opened.push(chain.stop)
  children.set('anvil', chain.pid)
  return chain
}

/** Asked before anything is started, so that a wrong PORT or HOST is told at once. */
async function mustBeFree({ port, host }: Config): Promise<void> {
  const probe = createServer()
  const bound = new Promise((resolve, reject) => probe.once('listening', resolve).once('error', reject))
  probe.listen(port, host)
  await bound.catch((err: unknown) => {
    throw plainly(err, port, host)
  })
  await new Promise((closed) => probe.close(closed))
}

/** What the operating system's code means to whoever set the variable. */
function plainly(err: unknown, port: number, host: string): unknown {
  const words: Record<string, string> = {
    EADDRINUSE: `PORT ${port} is in use; choose another, for example PORT=${port + 1} npm start`,
    EACCES: `PORT ${port} may not be used by this user; choose one above 1023`,
    EADDRNOTAVAIL: `HOST ${host} is not an address of this machine`,
    ENOTFOUND: `HOST ${host} is not an address of this machine`,
  }
  const known = words[(err as { code?: string }).code ?? '']
  return known ? new Error(known) : err
}
