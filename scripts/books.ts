// Opens the books of a CoreFans for a tool: of the one that runs, or of the one whose data lie in DATA_DIR.
import { createClient, http } from 'viem'
import { chainOf } from '../chain/src/chains.ts'
import type { ReadingClient } from '../chain/src/clients.ts'
import { startChain } from '../server/src/embedded/chain.ts'
import { type Engines, enginesOf } from '../server/src/embedded/engines.ts'
import { lockDataDir } from '../server/src/embedded/lock.ts'
import { outsideChain } from '../server/src/embedded/outside-chain.ts'
import { startPostgres } from '../server/src/embedded/postgres.ts'
import { type Config, readConfig } from '../server/src/kernel/config.ts'
import { type Db, openDb } from '../server/src/kernel/db.ts'

export type Books = { db: Db; engines: Engines; client: ReadingClient; close: () => Promise<void> }

/** Progress goes to stderr: the last line of stdout is the result. */
export const say = (words: string): void => console.error(words)

export async function openBooks(): Promise<Books> {
  const config = readConfig(process.env)
  const running = await runningEngines(config)
  const { engines, stop } = running ? { engines: running, stop: async () => {} } : await ownEngines(config)
  const db = openDb(engines.databaseUrl, 2)
  const chain = chainOf(engines.chain.id)
  if (!chain) throw new Error(`chain ${engines.chain.id} is not known`)
  const client = createClient({ chain, transport: http(engines.chain.rpcUrl, { timeout: 30_000 }) })
  return {
    ...{ db, engines, client },
    close: async () => {
      await db.close()
      await stop()
    },
  }
}

/** The engines of a CoreFans that runs on this data directory, if they answer. */
async function runningEngines(config: Config): Promise<Engines | null> {
  const told = enginesOf(config.dataDir)
  if (!told) return null
  const db = openDb(told.databaseUrl, 1)
  const answers = await db.sql('select 1').then(
    () => true,
    () => false,
  )
  await db.close()
  return answers ? told : null
}

/** Nobody runs: the engines are started here, and stopped after. */
async function ownEngines(config: Config): Promise<{ engines: Engines; stop: () => Promise<void> }> {
  say(`no CoreFans runs on ${config.dataDir}; starting its engines`)
  const release = lockDataDir(config.dataDir)
  const postgres = config.databaseUrl ? null : await startPostgres(config.dataDir)
  const databaseUrl = config.databaseUrl ?? (postgres?.url as string)
  const db = openDb(databaseUrl, 1)
  const own = config.chainRpcUrl ? null : await startChain(config.dataDir, db)
  const chain = own?.settings ?? (await outsideChain(config, config.chainRpcUrl as string))
  await db.close()
  const stop = async () => {
    await own?.stop()
    await postgres?.stop()
    await release()
  }
  return { engines: { databaseUrl, chain }, stop }
}
