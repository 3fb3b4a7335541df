import { expect, test } from 'vitest'
import { bpsOf, whyNotSplit } from './shares.ts'

const shares = (...texts: string[]) => texts.map((text) => ({ bps: bpsOf(text), address: '0x1' }))

test('AIV-08 60/30/10 is a split, 61/30/10 is not, and neither is 59.99/30/10', () => {
  expect(whyNotSplit(shares('60', '30', '10'))).toBeNull()
  expect(whyNotSplit(shares('33.33', '33.33', '33.34'))).toBeNull()
  expect(whyNotSplit(shares('61', '30', '10'))).toBe('The shares add up to 101 %, not 100 %')
  expect(whyNotSplit(shares('59.99', '30', '10'))).toBe('The shares add up to 99.99 %, not 100 %')
})

test('a percentage is read exactly, and anything else is none', () => {
  expect(['1', '0.5', '100', '12,34', '', ' 7 ', '.5'].map(bpsOf)).toEqual([100, 50, 10_000, 1_234, 0, 700, 50])
  expect(['101', '1.234', '-1', 'abc', '1e2'].map(bpsOf)).toEqual([null, null, null, null, null])
})

test('who has a share needs a wallet, and one alone is no split', () => {
  expect(
    whyNotSplit([
      { bps: 5_000, address: '0x1' },
      { bps: 5_000, address: null },
    ]),
  ).toBe('Everyone with a share needs a wallet')
  expect(whyNotSplit(shares('100'))).toBe('A split has at least two people')
})
