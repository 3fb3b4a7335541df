// `npm run split-roles`: the demo world as it would run on several machines: two web processes behind one address, a worker
// and a watcher, on one database and one chain. PORT and DATA_DIR as for `npm start`; ends on Ctrl-C and SIGTERM.
import { mkdirSync } from 'node:fs'
import { connect, createServer, type Socket } from 'node:net'
import { compose } from '../server/src/compose.ts'
import { type Child, startCoreFans } from '../server/src/crash/child.ts'
import { seedWorld } from '../server/src/demo/seed/index.ts'
import { startChain } from '../server/src/embedded/chain.ts'
import { freePort } from '../server/src/embedded/free-port.ts'
import { lockDataDir } from '../server/src/embedded/lock.ts'
import { startPostgres } from '../server/src/embedded/postgres.ts'
import { readConfig } from '../server/src/kernel/config.ts'
import { openDb } from '../server/src/kernel/db.ts'
import { migrate } from '../server/src/kernel/migrate.ts'
import type { ChainSettings } from '../server/src/kernel/open-host.ts'

const say = (words: string) => console.log(`${(performance.now() / 1_000).toFixed(1).padStart(6)} s  ${words}`)
const config = readConfig({ ...process.env, ROLE: 'all', DATABASE_URL: '', CHAIN_RPC_URL: '', DEMO: '1' })
const opened: (() => unknown)[] = []
let stopping = false
async function stop(): Promise<void> {
  if (stopping) return
  stopping = true
  say('stopping')
  for (const close of opened.reverse()) await close()
  process.exit()
}
process.on('SIGINT', () => void stop())
process.on('SIGTERM', () => void stop())

/** The demo world is made by one process of every role, before the others come. */
async function makeWorld(databaseUrl: string, chain: ChainSettings): Promise<void> {
  const corefans = await compose({ config, db: openDb(databaseUrl), databaseUrl, chain })
  await seedWorld(corefans.host, corefans.media, config.seed, (words) => say(`demo world: ${words}`))
  await corefans.stop()
}

/** Hands each connection to the next of these ports, as the plainest load balancer does; one that is down is passed over. */
function balance(ports: number[]): void {
  let turn = 0
  const handOn = (browser: Socket, tries: number) => {
    const web = connect({ port: ports[turn++ % ports.length] as number, host: '127.0.0.1' })
    web.once('connect', () => browser.pipe(web).pipe(browser))
    web.on('error', () => (web.connecting && tries > 1 ? handOn(browser, tries - 1) : browser.destroy()))
    browser.on('error', () => web.destroy())
    browser.once('close', () => web.destroy())
  }
  const balancer = createServer((browser) => handOn(browser, ports.length)).listen(config.port, config.host)
  opened.push(() => balancer.close())
}

try {
  mkdirSync(config.dataDir, { recursive: true })
  opened.push(lockDataDir(config.dataDir))
  const postgres = await startPostgres(config.dataDir, say)
  opened.push(postgres.stop)
  const db = openDb(postgres.url)
  await migrate(db)
  const devnet = await startChain(config.dataDir, db, { bornDaysAgo: 90, say })
  opened.push(devnet.stop, () => db.close())
  await makeWorld(postgres.url, devnet.settings)
  const { contracts, rpcUrl, fromBlock } = devnet.settings
  const shared = {
    DATA_DIR: config.dataDir,
    DATABASE_URL: postgres.url,
    CHAIN_RPC_URL: rpcUrl,
    CHAIN_CONTRACTS: Object.entries(contracts)
      .map(([name, address]) => `${name}=${address}`)
      .join(','),
    CHAIN_FROM_BLOCK: String(fromBlock),
    PUBLIC_URL: config.publicUrl,
    DEMO: '1',
  }
  const webs: number[] = []
  for (const role of ['web', 'web', 'worker', 'watcher']) {
    const child: Child = await startCoreFans({ ...shared, ROLE: role, PORT: String(await freePort()) })
    opened.push(async () => {
      child.process.kill('SIGTERM')
      await child.ended
    })
    void child.ended.then(() => stopping || console.error(`${role} ended:\n${child.output()}`))
    if (role === 'web') webs.push(child.port)
    say(`${role}: process ${child.process.pid}, port ${child.port}`)
  }
  balance(webs)
  say(`CoreFans is ready: ${config.publicUrl}`)
} catch (err) {
  console.error(err)
  process.exitCode = 1
  await stop()
}
