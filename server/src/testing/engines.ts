import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Contracts } from '@corefans/chain/addresses.ts'
import type { TestProject } from 'vitest/node'
import { startChain } from '../embedded/chain.ts'
import { startPostgres } from '../embedded/postgres.ts'
import { openDb } from '../kernel/db.ts'
import { migrate } from '../kernel/migrate.ts'
import { databaseUrl } from './database-url.ts'

declare module 'vitest' {
  interface ProvidedContext {
    databaseUrl: string
    rpcUrl: string
    contracts: Contracts
  }
}

/** One real PostgreSQL with a migrated template, and one real EVM, for a whole run; nothing is left behind. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const directory = mkdtempSync(join(tmpdir(), 'corefans-test-'))
  chmodSync(directory, 0o755) // else the database's own user cannot reach it, and the cluster would stand elsewhere
  const postgres = await startPostgres(directory)
  const maintenance = openDb(postgres.url, 1)
  await maintenance.pool.query('create database corefans_template')
  const template = openDb(databaseUrl(postgres.url, 'corefans_template'))
  await migrate(template)
  const chain = await startChain(directory, template)
  await template.close()
  await maintenance.close()
  project.provide('databaseUrl', postgres.url)
  project.provide('rpcUrl', chain.settings.rpcUrl)
  project.provide('contracts', chain.settings.contracts)
  return async () => {
    await chain.stop()
    await postgres.stop()
    rmSync(directory, { recursive: true, force: true })
  }
}
