// `npm run storm -- [operations] [kills]`: payments, trades, gifts and resales from many wallets while the server is killed
// with SIGKILL and the chain reorganised; then book, read models and portfolios are compared with the chain.
// The last line is the result as JSON; exit 1 if anything was lost, doubled or drifted, or if there was nothing to compare.
import { rmSync } from 'node:fs'
import { createClient, http } from 'viem'
import { getBlockNumber } from 'viem/actions'
import { devnet } from '../chain/src/chains.ts'
import { deployContracts } from '../chain/src/deploy.ts'
import { devnetAccount } from '../chain/src/devnet/accounts.ts'
import { startAnvil } from '../chain/src/devnet/anvil.ts'
import { aDataDir, type Child, databaseOf, pause, startCoreFans } from '../server/src/crash/child.ts'
import { freePort } from '../server/src/embedded/free-port.ts'
import { type Db, openDb } from '../server/src/kernel/db.ts'
import { auditLedger, isClean } from '../server/src/modules/ledger/index.ts'
import { type Actor, aCast, act } from './storm/act.ts'
import { portfolioFaults, readModelFaults } from './storm/compare.ts'
import { bookedDepth, reorganise } from './storm/reorg.ts'
import { judgedIn, untested } from './storm/untested.ts'

const operations = Number(process.argv[2] ?? 10_000)
const kills = Number(process.argv[3] ?? 50)
const reorgs = Math.max(3, Math.round(kills / 3))
const say = (words: string) => console.error(`${(performance.now() / 1_000).toFixed(1).padStart(7)} s  ${words}`)

const dataDir = aDataDir()
const anvil = await startAnvil({ dataDir: `${dataDir}-chain`, port: await freePort() })
const client = createClient({ chain: devnet, account: devnetAccount(0), transport: http(anvil.rpcUrl), pollingInterval: 20, cacheTime: 0 })
const { contracts } = await deployContracts(client)
const env = {
  DATA_DIR: dataDir,
  CHAIN_RPC_URL: anvil.rpcUrl,
  CHAIN_CONTRACTS: Object.entries(contracts)
    .map(([name, address]) => `${name}=${address}`)
    .join(','),
}

const done = { ok: 0, refused: 0, kills: 0, reorgs: 0, takenBack: 0, again: 0 }
let reorganises = reorgs > 0
let server: Child = await startCoreFans(env)
say(`a server stands; ${operations} operations, ${kills} kills, ${reorgs} reorgs`)
const cast = await aCast(client, { rpcUrl: anvil.rpcUrl, contracts })

// The devnet loses blocks for good when it mines while it reorganises: nobody acts in that moment.
const road = (() => {
  let [isOpen, busy] = [true, 0]
  return {
    free: async () => {
      while (!isOpen) await pause(5)
      busy++
    },
    leave: () => void busy--,
    close: async () => {
      isOpen = false
      while (busy > 0) await pause(5)
    },
    open: () => {
      isOpen = true
    },
  }
})()

// A block a second: past some thousand blocks the devnet forgets contracts when it reorganises.
const everySecond = (seconds: 0 | 1) => client.request({ method: 'evm_setIntervalMining' as never, params: [seconds] as never })

/** Each actor acts until enough was done in all and nothing is reorganised any more; a refusal is an operation that changed nothing. */
async function play(actor: Actor): Promise<void> {
  while (done.ok < operations || reorganises) {
    await road.free()
    const went = await act(actor, cast).catch(() => false)
    road.leave()
    if (went) done.ok++
    else done.refused++
    if (done.ok % 1_000 === 0 && went) say(`${done.ok} operations, ${done.kills} kills, ${done.reorgs} reorgs`)
  }
}

async function killNowAndThen(): Promise<void> {
  while (done.kills < kills) {
    await pause(200 + Math.random() * 2_000)
    server.process.kill('SIGKILL')
    await server.ended
    done.kills++
    server = await startCoreFans({ ...env, PORT: String(server.port) })
  }
}

async function reorgNowAndThen(): Promise<void> {
  for (let tries = 0; done.reorgs < reorgs && tries < reorgs * 10; tries++) {
    await pause(5_000 + Math.random() * 10_000)
    const depth = await bookedDepth(client, dataDir)
    if (depth === null) continue
    await road.close()
    await everySecond(0)
    const went = await reorganise(client, depth)
    await everySecond(1)
    road.open()
    if (went === null) continue
    done.reorgs++
    done.takenBack += went.takenBack
    done.again += went.again
  }
  reorganises = false
}

await client.request({ method: 'evm_setAutomine' as never, params: [false] as never })
await everySecond(1)
await Promise.all([...cast.actors.map(play), killNowAndThen(), reorgNowAndThen()])
await everySecond(0)
await client.request({ method: 'evm_mine' as never, params: [] as never })
const head = Number(await getBlockNumber(client, { cacheTime: 0 }))
const db: Db = openDb(databaseOf(dataDir), 4)
const from = performance.now()
for (let tip = 0; tip < head; await pause(50)) tip = (await db.sql<{ n: number }>(`select max(number) as n from chain_blocks`))[0]?.n ?? 0
say(`caught up ${((performance.now() - from) / 1_000).toFixed(1)} s after the last operation`)

const audit = await auditLedger(db, { chainId: devnet.id, chain: { client, contracts, fromBlock: 0n } })
for (const row of audit.rows.slice(0, 20)) console.log(`${row.what}: ${row.row ?? 'not in the book'}, ${row.txHash}: ${row.says}`)
for (const one of audit.short.slice(0, 20)) console.log(`holding: ${JSON.stringify(one)}`)
const models = await readModelFaults(db, client)
const portfolios = await portfolioFaults(db, { server, cast, client })
const { rows: _rows, short, ...counts } = audit
const judged = await judgedIn(db)
const missed = untested({ ...counts, ...judged, reorgs: done.reorgs, wanted: reorgs })
for (const words of missed) console.log(`nothing was tested: ${words}`)
console.log(JSON.stringify({ storm: 'money', ...done, ...judged, ...counts, holdings: short.length, models, portfolios }))
process.exitCode = isClean(audit) && models.length + portfolios.length + missed.length === 0 ? 0 : 1
await db.close()
server.process.kill('SIGTERM')
await server.ended
await anvil.stop()
rmSync(`${dataDir}-chain`, { recursive: true, force: true })
