import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, inject } from 'vitest'
import { type Db, openDb } from '../kernel/db.ts'
import { databaseUrl } from './database-url.ts'

/** A fresh database from the migrated template; answers its address. The engine is asked again where it was too busy to answer. */
export async function aDatabase(attemptsLeft = 5): Promise<string> {
  const name = `world_${randomBytes(8).toString('hex')}`
  const admin = openDb(inject('databaseUrl'), 1)
  try {
    await admin.pool.query(`create database ${name} template corefans_template`)
    return databaseUrl(inject('databaseUrl'), name)
  } catch (error) {
    if (attemptsLeft <= 1) throw error
    return aDatabase(attemptsLeft - 1)
  } finally {
    await admin.close()
  }
}

/** A database for what needs no more of CoreFans; as long as the test file or block lives. */
export function useDatabase(): () => { db: Db; url: string } {
  let opened: { db: Db; url: string } | null = null
  beforeAll(async () => {
    const url = await aDatabase()
    opened = { db: openDb(url), url }
  })
  afterAll(() => opened?.db.close())
  return () => opened as { db: Db; url: string }
}
