import { expect, test } from 'vitest'
import { localText, whyNotUntil } from './loan-time.ts'

const now = Date.parse('2026-11-22T12:00:00Z')

test('a moment reads back from its field, to the minute', () => {
  expect(Date.parse(localText(now))).toBe(now)
})

test('F5 M21 a loan ends later than now, not after its pass, and lasts thirty days at most', () => {
  const at = (ms: number) => localText(now + ms)
  expect(whyNotUntil('', now, null)).toBe('Choose a day and a time')
  expect(whyNotUntil(at(0), now, null)).toBe('That has passed')
  expect(whyNotUntil(at(60_000), now, null)).toBeUndefined()
  expect([30, 31].map((days) => whyNotUntil(at(days * 86_400_000), now, null))).toEqual([undefined, 'A loan lasts thirty days at most'])
  const expiresAt = new Date(now + 3_600_000).toISOString()
  expect(whyNotUntil(at(3_600_000), now, expiresAt)).toBeUndefined()
  expect(whyNotUntil(at(3_660_000), now, expiresAt)).toBe('Your pass ends before that')
})
