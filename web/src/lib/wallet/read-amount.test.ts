import fc from 'fast-check'
import { expect, test } from 'vitest'
import { exact, formatIn } from './amount.ts'
import { asTyped, readAmount, unitsIn } from './read-amount.ts'

const read = (text: string, locale = 'en', decimals = 18) => {
  const reading = readAmount(text, decimals, locale)
  return reading.is === 'amount' ? formatIn(reading.units, decimals) : reading.is
}

test.each([
  ['15,50', '15.5'],
  ['15.50', '15.5'],
  ['0,5', '0.5'],
  ['.5', '0.5'],
  [',5', '0.5'],
  ['5.', '5'],
  ['5,', '5'],
  [' \u00a015.5\u202f\n', '15.5'],
  ['1 234,5', '1234.5'],
  ['1\u00a0234\u00a0567', '1234567'],
  ['1,234.5', '1234.5'],
  ['1.234,5', '1234.5'],
  ["1'234.5", '1234.5'],
  ['1’234’567.89', '1234567.89'],
  ['12,34,567', '1234567'],
  ['1.234.567', '1234567'],
  ['٠٫٥', '0.5'],
  ['١٬٢٣٤٫٥', '1234.5'],
  ['۱۲٫۵', '12.5'],
  ['१२.५', '12.5'],
  ['１２．５', '12.5'],
  ['\u200f١٢', '12'],
  ['0,500', '0.5'],
  ['00.5', '0.5'],
  ['0', '0'],
])('UXP-03 “%s” is %s in every language', (text, is) => {
  for (const locale of ['en', 'de', 'fr', 'ar-EG', 'hi', 'de-CH', 'sv', 'es']) expect([locale, read(text, locale)]).toEqual([locale, is])
})

test('one mark and three digits are read as the language of the reader does, and say what else they could be', () => {
  expect([read('1,500', 'en'), read('1.500', 'en'), read('1,500', 'de'), read('1.500', 'de')]).toEqual(['1500', '1.5', '1.5', '1500'])
  expect(readAmount('1,500', 6, 'en')).toEqual({ is: 'amount', units: 1_500_000_000n, orElse: 1_500_000n })
  expect(readAmount('1.500', 6, 'en')).toEqual({ is: 'amount', units: 1_500_000n, orElse: 1_500_000_000n })
  expect(readAmount('1.50', 6, 'en')).not.toHaveProperty('orElse')
})

test.each(['-1', '−1', '+1', '1e3', '1e400', '0x10', 'NaN', 'Infinity', 'one', '.', ',', '1.2.3', '1,2,3', '1.5,5.5', '1,23,4', '1 5'])(
  '“%s” is no amount, and why is said in a sentence',
  (text) => {
    const reading = readAmount(text, 18, 'en')
    expect(reading.is).toBe('wrong')
    expect(reading.is === 'wrong' && reading.why).toMatch(/^[A-Z].{8,}$/)
  },
)

test('nothing is empty, and no zero; more digits than the coin has are refused, and never cut', () => {
  expect(readAmount('  ', 18, 'en')).toEqual({ is: 'empty' })
  expect(read('0.0000000000000000001')).toBe('wrong')
  expect(read('0.1234567', 'en', 6)).toBe('wrong')
  expect(read('0.1200000000', 'en', 6)).toBe('0.12')
  expect(read('1.5', 'en', 0)).toBe('wrong')
  expect([read('1.500', 'en', 0), read('1,500', 'en', 0), read('1'.repeat(25))]).toEqual(['wrong', '1500', 'wrong'])
})

const locales = ['en', 'en-IN', 'de', 'de-CH', 'fr', 'es', 'pl', 'pt-BR', 'sv', 'ar-EG', 'fa', 'hi', 'bn', 'th', 'ja', 'ru', 'tr']

test('whatever a language writes it reads back, to the last digit', () => {
  const amounts = fc.bigInt({ min: 0n, max: 10n ** 15n })
  fc.assert(
    fc.property(amounts, fc.constantFrom(...locales), fc.constantFrom(0, 2, 6), (units, locale, decimals) => {
      // Decimal strings are formatted exactly by Intl, unlike floats.
      const format = new Intl.NumberFormat(locale, { maximumFractionDigits: decimals })
      const text = format.format(formatIn(units, decimals) as unknown as number)
      const reading = readAmount(text, decimals, locale)
      expect([text, reading.is === 'amount' && reading.units]).toEqual([text, units])
    }),
  )
})

test('what is put into a field reads back as itself in every language, and what is shown exactly in English', () => {
  const amounts = fc.oneof(
    fc.bigInt({ min: 0n, max: 2n ** 96n }),
    fc.bigInt({ min: 0n, max: 9_999n }).map((n) => n * 10n ** 15n),
  )
  fc.assert(
    fc.property(amounts, fc.constantFrom(6, 18), fc.constantFrom(...locales), (units, decimals, locale) => {
      const text = asTyped(units, decimals)
      expect([text, unitsIn(text, decimals, locale)]).toEqual([text, units])
      expect(unitsIn(exact(units, decimals), decimals, 'en')).toBe(units)
    }),
  )
  expect([asTyped(1_234_000n, 6), asTyped(1_200_000n, 6), asTyped(0n, 6)]).toEqual(['1.2340', '1.2', '0'])
})

test('nothing that is typed is ever negative or throws', () => {
  const signs = fc.string({ unit: fc.constantFrom(...'0123456789.,;\u00a0\u202f\u0027\u0669\u066b\u066c-+eE x'), maxLength: 30 })
  fc.assert(
    fc.property(fc.oneof(fc.string(), signs), fc.constantFrom(...locales), (text, locale) => {
      const reading = readAmount(text, 18, locale)
      expect(reading.is !== 'amount' || reading.units >= 0n).toBe(true)
    }),
  )
})

test('whoever sends gets the units, or null', () => {
  expect([unitsIn('0,5', 6), unitsIn('', 6), unitsIn('x', 6)]).toEqual([500_000n, null, null])
})
