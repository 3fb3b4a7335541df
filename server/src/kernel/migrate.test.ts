import { expect, test } from 'vitest'
import { useDatabase } from '../testing/database.ts'
import { migrate } from './migrate.ts'

const database = useDatabase()

test('a schema that is up to date stays as it is; a migration that was changed after it was applied is refused by name', async () => {
  const { db } = database()
  expect(await migrate(db)).toEqual([])
  await db.sql(`update migrations set sha256 = 'other' where name = '0003_media.sql'`)
  await expect(migrate(db)).rejects.toThrow('0003_media.sql was changed')
  await db.sql(`update migrations set sha256 = null`)
  expect(await migrate(db)).toEqual([])
})
