import { percentagesOf } from '@corefans/shared/values/percentages.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { whyNotVote } from './rules.ts'

const now = new Date('2026-01-01T12:00:00Z')
/** Never, or within two milliseconds of now: the edge is where the bugs live. */
const closing = fc.option(fc.integer({ min: -2, max: 2 }).map((ms) => new Date(now.getTime() + ms)))
const ids = fc.uniqueArray(fc.integer({ min: 1, max: 4 }))

describe('a vote', () => {
  test('stands exactly when the poll is open, has every option, and allows so many', () => {
    fc.assert(
      fc.property(closing, ids, ids, fc.tuple(fc.boolean(), fc.boolean(), fc.boolean()), (closesAt, optionIds, picks, flags) => {
        const [multiple, holdersOnly, isHolder] = flags
        const stands = whyNotVote({ closesAt, optionIds, multiple, holdersOnly }, picks, { isHolder }, now) === null
        const fits = picks.every((pick) => optionIds.includes(pick)) && (multiple || picks.length <= 1)
        expect(stands).toBe((!closesAt || now < closesAt) && fits && (!holdersOnly || isHolder))
      }),
    )
  })
})

describe('percentages', () => {
  test('are whole, sum to 100 and stay within one of the exact share', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 2, maxLength: 6 }), (votes) => {
        const total = votes.reduce((a, b) => a + b, 0)
        const percent = percentagesOf(votes)
        expect(percent.reduce((a, b) => a + b, 0)).toBe(total === 0 ? 0 : 100)
        for (const [i, n] of votes.entries()) expect(Math.abs((percent[i] ?? 0) - (total === 0 ? 0 : (n * 100) / total))).toBeLessThan(1)
      }),
    )
  })

  test('of equal votes differ by at most one, and the earlier gets it', () => {
    expect(percentagesOf([1, 1, 1])).toEqual([34, 33, 33])
    expect(percentagesOf([1, 1, 1, 1, 1, 1])).toEqual([17, 17, 17, 17, 16, 16])
  })
})
