import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { devnet } from '@corefans/chain/chains.ts'
import { afterAll, beforeAll, inject } from 'vitest'
import { type CoreFans, compose } from '../compose.ts'
import { startChain } from '../embedded/chain.ts'
import { freePort } from '../embedded/free-port.ts'
import { type Config, readConfig } from '../kernel/config.ts'
import { type Db, openDb } from '../kernel/db.ts'
import type { ChainSettings } from '../kernel/open-host.ts'
import { aDatabase } from './database.ts'
import { aPerson, type Person, visitor } from './person.ts'

export type TestWorld = CoreFans & {
  config: Config
  db: Db
  url: string
  rpcUrl: string
  /** The chain itself, where `nodes` put something in front of it. */
  engineUrl: string
  databaseUrl: string
  /** Every process of this world: one, or four with `SPLIT_ROLES=1`. What a test installs, it installs in each. */
  hosts: CoreFans['host'][]
  /** Somebody new who is signed in. */
  person: (handle?: string) => Promise<Person>
  visitor: Person
  /** Every event delivered, every due job done. */
  settled: () => Promise<void>
}
/** `nodes` may stand between the server and its own chain. */
export type WorldOptions = {
  nodes?: (rpcUrl: string) => Promise<[string, ...string[]]>
  ownChain?: boolean
  env?: Record<string, string>
  config?: Partial<Config>
  listen?: boolean
}

/** `SPLIT_ROLES=1`: what a world is asked is answered by a web process that shares its database with another, a worker and a watcher. */
const isSplit = process.env.SPLIT_ROLES === '1'
const splitRoles = ['web', 'worker', 'watcher'] as const

/** A CoreFans of one's own: a fresh database from the template, real engines, a real port. Stop it when done. */
export async function aWorld(options: WorldOptions = {}): Promise<TestWorld> {
  const dataDir = mkdtempSync(join(tmpdir(), 'corefans-world-'))
  const asked = readConfig({ PORT: String(await freePort()), DATA_DIR: dataDir, LOG_LEVEL: 'error', ...options.env })
  const config = { ...asked, ...options.config }
  const url = await aDatabase()
  const db = openDb(url)
  const own = options.ownChain ? await startChain(dataDir, db) : null
  const chain: ChainSettings = own?.settings ?? {
    id: devnet.id,
    name: devnet.name,
    symbol: 'CORE',
    explorerUrl: null,
    confirmations: 1,
    contracts: inject('contracts'),
    rpcUrl: inject('rpcUrl'),
    witnessUrls: [],
    fromBlock: 0n,
  }
  const engineUrl = chain.rpcUrl
  const [rpcUrl, ...witnessUrls] = (await options.nodes?.(engineUrl)) ?? [engineUrl]
  const parts = { databaseUrl: url, chain: { ...chain, rpcUrl, witnessUrls } }
  const corefans = await compose({ ...parts, config: { ...config, role: isSplit ? 'web' : config.role }, db })
  const others = await Promise.all(
    (isSplit ? splitRoles : []).map((role) => compose({ ...parts, config: { ...config, role }, db: openDb(url) })),
  )
  corefans.host.ready(true)
  if (options.listen !== false) await corefans.host.app.listen({ port: config.port, host: 'localhost' })
  const world = {
    ...corefans,
    hosts: [corefans, ...others].map(({ host }) => host),
    config,
    db,
    url: `http://localhost:${config.port}`,
    rpcUrl: engineUrl,
    engineUrl,
    databaseUrl: url,
    stop: async () => {
      await corefans.stop()
      for (const other of others) await other.stop()
      await own?.stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
    settled: async () => {
      for (const { running } of [corefans, ...others]) await running.jobsSettled()
      for (;;) {
        corefans.running.relay.wake()
        const lag = await corefans.running.relay.lag()
        if (lag.every(({ behind }) => behind === 0)) return
        await new Promise((turn) => setTimeout(turn, 10))
      }
    },
  }
  return { ...world, visitor: visitor(world), person: (handle) => aPerson(world, handle) }
}

/** A world that lives as long as the test file or block. */
export function useWorld(options: WorldOptions = {}): () => TestWorld {
  let world: TestWorld | null = null
  beforeAll(async () => {
    world = await aWorld(options)
  })
  afterAll(() => world?.stop())
  return () => world as TestWorld
}
