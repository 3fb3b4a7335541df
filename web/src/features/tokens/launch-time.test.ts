import { expect, test } from 'vitest'
import { clockOf, creatorsLockMs, stepOf } from './launch-time.ts'

test('M03 a countdown says whole seconds and ends at nothing', () => {
  expect([600_000, 599_001, 65_000, 1, 0, -5_000].map(clockOf)).toEqual(['10:00', '10:00', '1:05', '0:01', '0:00', '0:00'])
})

test('M03 a launch takes deposits until the very second it closes, and then waits to be settled', () => {
  const closesAt = '2026-01-01T00:10:00.000Z'
  const at = Date.parse(closesAt)
  expect([at - 1, at].map((time) => stepOf({ state: 'open', closesAt }, time))).toEqual(['running', 'due'])
  expect(stepOf({ state: 'failed', closesAt }, at - 1)).toBe('failed')
})

test('F8 what a creator bought in its own launch is locked as the terms say, and for thirty days at least', () => {
  const [launchedAt, day] = ['2026-01-01T00:00:00.000Z', 86_400]
  const terms = { name: 'Maya', symbol: 'MAYA', preset: 1, creatorBps: 300, lockSeconds: 0 }
  expect(creatorsLockMs(launchedAt, { terms })).toBe(Date.parse('2026-01-31T00:00:00.000Z'))
  expect(creatorsLockMs(launchedAt, { terms: { ...terms, lockSeconds: 40 * day } })).toBe(Date.parse('2026-02-10T00:00:00.000Z'))
})
