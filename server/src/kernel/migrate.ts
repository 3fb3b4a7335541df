import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Logger, runMigrations } from 'graphile-worker'
import type { PoolClient } from 'pg'
import type { Db } from './db.ts'

const lockKey = 7_265_001
const directory = join(import.meta.dirname, '../../migrations')

/**
 * Brings the schema to the newest file, each in a transaction, one process at a time; forward only. Names sort by the time
 * they were written, and each file's checksum is kept: one that was changed after it was applied is refused by name.
 */
export async function migrate(db: Db): Promise<string[]> {
  const client = await db.pool.connect()
  const applied: string[] = []
  try {
    await client.query('select pg_advisory_lock($1)', [lockKey])
    await client.query('create table if not exists migrations (name text primary key, at timestamptz not null default now())')
    await client.query('alter table migrations add column if not exists sha256 text')
    const done = await client.query<{ name: string; sha256: string | null }>('select name, sha256 from migrations')
    const known = new Map(done.rows.map((row) => [row.name, row.sha256]))
    for (const { name, text, sha256 } of migrationFiles()) {
      if (!known.has(name)) {
        await apply(client, { name, text, sha256 })
        applied.push(name)
      } else mustBeUnchanged(name, known.get(name) ?? null, sha256)
    }
    await runMigrations({ pgPool: db.pool, logger: new Logger(() => () => {}) })
    await client.query('select pg_advisory_unlock_all()')
    client.release()
  } catch (err) {
    client.release(true) // ends the connection, and with it the open transaction and the lock
    throw err
  }
  return applied
}

type MigrationFile = { name: string; text: string; sha256: string }

const migrationFiles = (): MigrationFile[] =>
  readdirSync(directory)
    .filter((file) => file.endsWith('.sql'))
    .sort()
    .map((name) => {
      const text = readFileSync(join(directory, name), 'utf8')
      return { name, text, sha256: createHash('sha256').update(text).digest('hex') }
    })

async function apply(client: PoolClient, { name, text, sha256 }: MigrationFile): Promise<void> {
  await client.query('begin')
  await client.query(text)
  await client.query('insert into migrations (name, sha256) values ($1, $2)', [name, sha256])
  await client.query('commit')
}

/** A database from before checksums were kept has none to compare. */
function mustBeUnchanged(name: string, applied: string | null, now: string): void {
  if (applied !== null && applied !== now)
    throw new Error(`migration ${name} was changed after it was applied here: restore it, and write what is new as a migration of its own`)
}

/** Refuses a database that forgets what it has acknowledged. */
export async function mustBeDurable(db: Db): Promise<void> {
  const [row] = await db.sql<Record<string, string>>(
    `select current_setting('server_version_num') as version, current_setting('fsync') as fsync, current_setting('full_page_writes') as full_page_writes, current_setting('synchronous_commit') as synchronous_commit`,
  )
  if (Number(row?.version) < 180_000) throw new Error('DATABASE_URL must be PostgreSQL 18 or newer')
  const off = ['fsync', 'full_page_writes', 'synchronous_commit'].filter((name) => row?.[name] === 'off')
  if (off.length > 0)
    throw new Error(
      `DATABASE_URL names a PostgreSQL with ${off.join(', ')} off: it can lose what it has acknowledged, so CoreFans does not start on it`,
    )
}
