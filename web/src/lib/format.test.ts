import { expect, it } from 'vitest'
import { count, money, plural, span } from './format.ts'

const core = (amount: string) => money({ amount, asset: '31337:native', decimals: 18 })

it('numbers stay exact until ten thousand', () => {
  expect([842, 2_410, 9_999, 18_400, 1_200_000].map(count)).toEqual(['842', '2,410', '9,999', '18.4K', '1.2M'])
})

it('one is not many', () => {
  expect([plural(1, 'vote'), plural(0, 'vote'), plural(2, 'pass', 'passes')]).toEqual(['1 vote', '0 votes', '2 passes'])
})

it('money is printed from base units without a float', () => {
  expect(core('420000000000000000')).toBe('0.42 CORE')
  expect(core('1000000000000000000')).toBe('1 CORE')
  expect(core('1234567000000000000000000')).toBe('1.234M CORE')
  expect(core('0')).toBe('Free')
})

it('an amount below what is shown is not called free', () => {
  expect(core('1')).toBe('< 0.000000001 CORE')
})

it('spans are said in the largest unit that fits', () => {
  expect([null, 2_592_000, 86_400, 31_536_000, 7_200, 60].map(span)).toEqual([
    'for life',
    '30 days',
    '1 day',
    '1 year',
    '2 hours',
    '1 minute',
  ])
})
