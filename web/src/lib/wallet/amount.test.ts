import fc from 'fast-check'
import { expect, test } from 'vitest'
import { amountOf, core, exact, formatAmount, short, signed } from './amount.ts'

test('people see four significant digits: what they have rounded down, what they pay rounded up', () => {
  expect(core(1_234_567_890_123_456_789_012n)).toBe('1,234 CORE')
  expect(core(1_234_567_890_123_456_789n)).toBe('1.234 CORE')
  expect(core(1_234_567_890_123_456_789n, 'up')).toBe('1.235 CORE')
  expect(core(20n * 10n ** 18n, 'up')).toBe('20 CORE')
  expect(core(99_999n * 10n ** 13n, 'up')).toBe('1 CORE')
  expect(amountOf(4_500_000n, { token: '0xd', symbol: 'tUSD', decimals: 6 })).toBe('4.5 tUSD')
})

test('whole units are never cut below a million; from there on letters stand for them', () => {
  expect(['12345', '999999', '1234567', '999999999999'].map((whole) => short(BigInt(whole) * 10n ** 18n, 18))).toEqual([
    '12,345',
    '999,999',
    '1.234M',
    '999.9B',
  ])
  expect(short(999_999_999n * 10n ** 18n, 18, 'up')).toBe('1B')
})

test('what is too little to be shown is not nothing, and nothing is never negative', () => {
  expect([core(1n), core(1n, 'up'), core(0n)]).toEqual(['< 0.000000001 CORE', '0.000000001 CORE', '0 CORE'])
  expect([signed(-1n, 18), signed(0n, 18), signed(-(10n ** 18n), 18), signed(2n * 10n ** 17n, 18)]).toEqual(['≈ 0', '0', '−1', '+0.2'])
})

test('shown is never more than there is, nor less than is paid, nor a minus sign before nothing', () => {
  const number = (text: string) => Number(text.replace(/,/g, '').replace('< ', ''))
  fc.assert(
    fc.property(fc.bigInt({ min: 1n, max: 10n ** 23n }), (wei) => {
      const value = Number(formatAmount(wei))
      const slack = value * 1e-12
      if (!short(wei, 18).startsWith('<')) expect(number(short(wei, 18))).toBeLessThanOrEqual(value + slack)
      expect(number(short(wei, 18, 'up'))).toBeGreaterThanOrEqual(value - slack)
      expect(signed(-wei, 18)).not.toMatch(/^[−-]0$/)
    }),
  )
})

test('every digit on demand', () => {
  expect(exact(1_234_567_890_123_456_789_012n, 18)).toBe('1,234.567890123456789012')
  expect(exact(-5n, 6)).toBe('−0.000005')
})
