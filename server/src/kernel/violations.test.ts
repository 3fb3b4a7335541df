import { expect, test } from 'vitest'
import { useWorld } from '../testing/world.ts'
import { declaredViolations } from './violations.ts'

const world = useWorld({ listen: false })

test('C5 every declared meaning belongs to a unique constraint that the database has', async () => {
  const rows = await world().db.sql<{ name: string }>(
    `select c.relname as name from pg_index i join pg_class c on c.oid = i.indexrelid where i.indisunique`,
  )
  const unique = new Set(rows.map(({ name }) => name))
  expect(declaredViolations().length).toBeGreaterThan(0)
  expect(declaredViolations().filter((name) => !unique.has(name))).toEqual([])
})
