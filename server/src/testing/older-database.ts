import { randomBytes } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inject } from 'vitest'
import { type Db, openDb } from '../kernel/db.ts'
import { databaseUrl } from './database-url.ts'

const directory = join(import.meta.dirname, '../../migrations')

/** An empty database as it was before a migration, and that migration: for what must come through it unharmed. Close it when done. */
export async function aDatabaseBefore(migration: string): Promise<{ db: Db; migrate: () => Promise<unknown> }> {
  const name = `older_${randomBytes(8).toString('hex')}`
  const admin = openDb(inject('databaseUrl'), 1)
  await admin.pool.query(`create database ${name}`)
  await admin.close()
  const db = openDb(databaseUrl(inject('databaseUrl'), name), 1)
  const apply = (file: string) => db.pool.query(readFileSync(join(directory, file), 'utf8'))
  for (const file of readdirSync(directory).sort()) if (file < migration) await apply(file)
  return { db, migrate: () => apply(migration) }
}
