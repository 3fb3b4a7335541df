import { expect, test } from 'vitest'
import { assetAmount, signed, tokens } from './amounts.ts'

test('money carries its sign, tokens their whole units, dollars two decimals', () => {
  expect([signed(2n * 10n ** 17n), signed(-(10n ** 18n)), signed(0n)]).toEqual(['+0.2 CORE', '−1 CORE', '0 CORE'])
  expect([tokens(1_234_567n * 10n ** 15n), tokens(1n)]).toEqual(['1,234.567', '0'])
  expect(assetAmount('0xdollar', -1_500_000n)).toBe('−1.50 tUSD')
  expect(assetAmount('0xpass/7', 1n)).toBe('+1 pass')
  expect(assetAmount('token:0x1', -5n * 10n ** 18n)).toBe('−5 tokens')
})
