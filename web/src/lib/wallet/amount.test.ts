import fc from 'fast-check'
import { expect, test } from 'vitest'
import { core, formatAmount, parseAmount } from './amount.ts'

test('every amount reads back as itself', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 2n ** 96n }), (wei) => {
      expect(parseAmount(formatAmount(wei))).toBe(wei)
    }),
  )
})

test('digits after the point are exact to the wei', () => {
  const digits = fc.array(fc.nat(9), { minLength: 1, maxLength: 18 }).map((list) => list.join(''))
  fc.assert(
    fc.property(fc.nat(10 ** 9), digits, (units, fraction) => {
      expect(parseAmount(`${units}.${fraction}`)).toBe(BigInt(units) * 10n ** 18n + BigInt(fraction) * 10n ** BigInt(18 - fraction.length))
    }),
  )
})

test.each(['', '.', '1.', '.5', '-1', '+1', '1e3', '0x10', '1,5', '1 000', 'NaN', 'Infinity', '0.1234567890123456789'])(
  '“%s” is no amount',
  (text) => {
    expect(parseAmount(text)).toBeNull()
  },
)

test('nothing that is read is ever negative or throws', () => {
  fc.assert(fc.property(fc.string(), (text) => (parseAmount(text) ?? 0n) >= 0n))
})

test('people see six decimals: what they have rounded down, what they lack rounded up', () => {
  expect(core(1_234_567_890_123_456_789_012n)).toBe('1,234.56789 CORE')
  expect(core(1n)).toBe('0 CORE')
  expect(core(1n, 'up')).toBe('0.000001 CORE')
  expect(core(20n * 10n ** 18n, 'up')).toBe('20 CORE')
})
