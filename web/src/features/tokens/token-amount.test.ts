import { expect, test } from 'vitest'
import { percent, rise, tokens } from './token-amount.ts'

test('tokens are shown short, and never as more than they are', () => {
  expect(tokens(10n ** 18n)).toBe('1')
  expect(tokens('1000000000000000123')).toBe('1')
  expect(tokens(1_234_567n * 10n ** 18n + 999_999n * 10n ** 12n)).toBe('1.234M')
  expect(tokens(5n)).toBe('< 0.000000001')
  expect(tokens(0n)).toBe('0')
})

test('changes of price are signed, in percent', () => {
  expect(rise(100n, 102n)).toBe('+2 %')
  expect(rise(10_000n, 9_933n)).toBe('−0.67 %')
  expect(rise(0n, 5n)).toBe('0 %')
  expect(percent(795)).toBe('7.95 %')
})
