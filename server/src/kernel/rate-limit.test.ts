import { performance } from 'node:perf_hooks'
import fc from 'fast-check'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { rateLimiter } from './rate-limit.ts'

let nowMs = 0
const clock = vi.spyOn(performance, 'now').mockImplementation(() => nowMs)
afterEach(() => {
  nowMs = 0
})

describe('a token bucket', () => {
  test('gives so many at once, then says how long to wait', () => {
    const take = rateLimiter()
    expect([take('a', 3), take('a', 3), take('a', 3), take('a', 3)]).toEqual([0, 0, 0, 20])
    expect(clock).toHaveBeenCalled()
  })

  test('fills evenly over a minute, and never over its brim', () => {
    const take = rateLimiter()
    for (let i = 0; i < 6; i++) take('a', 6)
    nowMs = 9_999
    expect(take('a', 6)).toBe(1)
    nowMs = 20_001
    expect([take('a', 6), take('a', 6)]).toEqual([0, 0])
    nowMs = 3_600_000
    expect(Array.from({ length: 7 }, () => take('a', 6))).toEqual([0, 0, 0, 0, 0, 0, 10])
  })

  test('keys do not share, and a refusal costs nothing', () => {
    const take = rateLimiter()
    expect([take('a', 1), take('b', 1), take('a', 1), take('a', 1), take('a', 1)]).toEqual([0, 0, 60, 60, 60])
    nowMs = 60_000
    expect(take('a', 1)).toBe(0)
  })

  test('what costs more takes more', () => {
    const take = rateLimiter()
    expect([take('a', 10, 8), take('a', 10, 8), take('a', 10, 2)]).toEqual([0, 36, 0])
  })

  test('whatever the moments, no minute lets through more than two buckets, and the wait that is told is enough', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9_000 }), { maxLength: 80 }), fc.integer({ min: 1, max: 20 }), (gaps, points) => {
        const take = rateLimiter()
        const passed: number[] = []
        nowMs = 0
        for (const gap of gaps) {
          nowMs += gap
          const wait = take('a', points)
          if (wait > 0) {
            nowMs += wait * 1_000
            expect(take('a', points)).toBe(0)
          }
          passed.push(nowMs)
        }
        for (const at of passed) expect(passed.filter((one) => one >= at && one < at + 60_000).length).toBeLessThanOrEqual(2 * points)
      }),
    )
  })
})
