import { expect, it } from 'vitest'
import { ago, left, monthOf, serverZone } from './when.ts'

const now = Date.parse('2026-06-15T12:00:00Z')
const past = (ms: number) => ago(new Date(now - ms).toISOString(), now, serverZone)
const ahead = (ms: number) => left(new Date(now + ms).toISOString(), now)

it('the past is told in minutes, hours, days, then as a date', () => {
  expect([30_000, 60_000, 3_599_000, 3_600_000, 86_400_000, 6 * 86_400_000].map(past)).toEqual([
    'now',
    '1 min',
    '59 min',
    '1 h',
    '1 d',
    '6 d',
  ])
  expect(past(8 * 86_400_000)).toBe('Jun 7')
  expect(past(300 * 86_400_000)).toBe('Aug 19, 2025')
})

it('a clock that is behind the server says now', () => {
  expect(past(-5_000)).toBe('now')
})

it('what is left is rounded up: nobody is told that it is over before it is', () => {
  expect([-1, 59_000, 61_000, 3_600_000, 3 * 86_400_000].map(ahead)).toEqual([
    'ended',
    'less than a minute left',
    '2 min left',
    '1 h left',
    '3 days left',
  ])
})

it('a month belongs to the zone of the viewer', () => {
  const joined = '2026-01-01T01:00:00Z'
  expect(monthOf(joined, { locale: 'en', timeZone: 'America/Los_Angeles' })).toBe('Dec 2025')
  expect(monthOf(joined, { locale: 'en', timeZone: 'Asia/Tokyo' })).toBe('Jan 2026')
})
