import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Logger, runMigrations } from 'graphile-worker'
import type { Db } from './db.ts'

const lockKey = 7_265_001
const directory = join(import.meta.dirname, '../../migrations')

/** Brings the schema to the newest numbered file, each in a transaction, one process at a time; forward only. */
export async function migrate(db: Db): Promise<string[]> {
  const client = await db.pool.connect()
  const applied: string[] = []
  try {
    await client.query('select pg_advisory_lock($1)', [lockKey])
    await client.query('create table if not exists migrations (name text primary key, at timestamptz not null default now())')
    const done = new Set((await client.query<{ name: string }>('select name from migrations')).rows.map((row) => row.name))
    for (const name of readdirSync(directory)
      .sort()
      .filter((file) => file.endsWith('.sql') && !done.has(file))) {
      await client.query('begin')
      await client.query(readFileSync(join(directory, name), 'utf8'))
      await client.query('insert into migrations (name) values ($1)', [name])
      await client.query('commit')
      applied.push(name)
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
