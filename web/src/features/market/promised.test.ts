import { expect, test } from 'vitest'
import { daysIn, shownExpiryS, usualDays } from './promised.ts'

test('F4 an offer asks for most of what the tier lasts, and nothing that a pass of it cannot have', () => {
  expect([30, 7, 1, 365].map((days) => usualDays(days * 86_400))).toEqual([22, 5, 0, 273])
  expect(usualDays(null)).toBe(0)
  expect(['0', '22', '30', '31', '', '-1', '2.5'].map((text) => daysIn(text, 30 * 86_400))).toEqual([0, 22, 30, null, null, null, null])
})

test('F4 a listing demands the expiry that the page shows, and of a pass for life none', () => {
  expect(shownExpiryS('2026-11-28T12:00:00.000Z')).toBe(1_795_867_200n)
  expect(shownExpiryS(null)).toBe(0n)
})
