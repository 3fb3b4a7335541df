import { expect, test } from 'vitest'
import { useDatabase } from '../testing/database.ts'
import { leadAlone } from './leader.ts'

const database = useDatabase()

test('D2 one of many leads; when it stops or its connection is cut another follows, and it has stopped first', async () => {
  const leading = new Set<number>()
  const most: number[] = []
  const candidate = (n: number) =>
    leadAlone({
      url: database().url,
      key: 4_711,
      onError: () => {},
      lead: async () => {
        leading.add(n)
        most.push(leading.size)
        return async () => void leading.delete(n)
      },
    })
  const candidates = [1, 2, 3].map(candidate)
  const soon = { timeout: 30_000 }
  await expect.poll(() => leading.size, soon).toBe(1)
  const [first] = leading
  await candidates[(first as number) - 1]?.stop()
  await expect.poll(() => leading.size, soon).toBe(1)
  const [second] = leading
  expect(second).not.toBe(first)
  const terms = most.length
  await database().db.sql(
    `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'corefans-leader' and datname = current_database()`,
  )
  await expect.poll(() => most.length, soon).toBeGreaterThan(terms)
  expect(Math.max(...most)).toBe(1)
  await Promise.all(candidates.map((one) => one.stop()))
  expect(leading.size).toBe(0)
})
