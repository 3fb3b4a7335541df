import { randomBytes } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, inject, test } from 'vitest'
import { useDatabase } from '../testing/database.ts'
import { databaseUrl } from '../testing/database-url.ts'
import { type Db, openDb } from './db.ts'
import { migrate, mustBeDurable } from './migrate.ts'

const database = useDatabase()
const migrationNames = readdirSync(join(import.meta.dirname, '../../migrations'))
  .filter((name) => name.endsWith('.sql'))
  .sort()

test('a schema that is up to date stays as it is; a migration that was changed after it was applied is refused by name', async () => {
  const { db } = database()
  expect(await migrate(db)).toEqual([])
  await db.sql(`update migrations set sha256 = 'other' where name = '0003_media.sql'`)
  await expect(migrate(db)).rejects.toThrow('0003_media.sql was changed')
  await db.sql(`update migrations set sha256 = null`)
  expect(await migrate(db)).toEqual([])
})

test('processes that start at once on an empty database bring the schema up once, and the others wait', async () => {
  const name = `empty_${randomBytes(8).toString('hex')}`
  const admin = openDb(inject('databaseUrl'), 1)
  await admin.pool.query(`create database ${name}`)
  const starting = Array.from({ length: 3 }, () => openDb(databaseUrl(inject('databaseUrl'), name)))
  const applied = await Promise.all(starting.map(migrate))
  const [first, ...others] = applied.sort((a, b) => b.length - a.length)
  expect([first?.length, others]).toEqual([migrationNames.length, [[], []]])
  expect(first).toEqual(migrationNames)
  for (const db of starting) await db.close()
  await admin.pool.query(`drop database ${name} with (force)`)
  await admin.close()
})

test('a database that may lose what it has acknowledged is refused, with what is off', async () => {
  const { db } = database()
  await mustBeDurable(db)
  const lax = { sql: async () => [{ version: '180001', fsync: 'off', full_page_writes: 'on', synchronous_commit: 'off' }] } as unknown as Db
  await expect(mustBeDurable(lax)).rejects.toThrow('fsync, synchronous_commit off')
  const old = { sql: async () => [{ version: '170005', fsync: 'on', full_page_writes: 'on', synchronous_commit: 'on' }] } as unknown as Db
  await expect(mustBeDurable(old)).rejects.toThrow('PostgreSQL 18')
})
