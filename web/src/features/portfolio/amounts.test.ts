import { expect, test } from 'vitest'
import { assetAmount, gain, inCurrency, signed, tokens } from './amounts.ts'

test('money carries its sign, tokens their whole units, dollars two decimals', () => {
  expect([signed(2n * 10n ** 17n), signed(-(10n ** 18n)), signed(0n)]).toEqual(['+0.2 CORE', '−1 CORE', '0 CORE'])
  expect([tokens(1_234_567n * 10n ** 15n), tokens(1n)]).toEqual(['1,234.567', '0'])
  expect(assetAmount('0xdollar', -1_500_000n)).toBe('−1.50 tUSD')
  expect(assetAmount('0xpass/7', 1n)).toBe('+1 pass')
  expect(assetAmount('token:0x1', -5n * 10n ** 18n)).toBe('−5 tokens')
})

test('each currency has its own decimals and sign, and what is not known is a dash and not nothing', () => {
  expect([gain('-3500000', 'usd'), gain('200000000000000000', 'core'), gain('0', 'usd'), gain(null, 'core')]).toEqual([
    '−3.5 tUSD',
    '+0.2 CORE',
    '0 tUSD',
    '–',
  ])
  expect([inCurrency('1', 'usd'), inCurrency(null, 'usd')]).toEqual(['0.000001 tUSD', '–'])
})
