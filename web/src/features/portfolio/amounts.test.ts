import { expect, test } from 'vitest'
import { countedIn, gain, inCurrency } from './amounts.ts'

test('each asset of the ledger has its own decimals and its own word', () => {
  expect(['native', '0xdollar', '0xpass/7', 'token:0x1'].map((asset) => countedIn(asset))).toEqual([
    { symbol: 'CORE', decimals: 18 },
    { symbol: 'tUSD', decimals: 6 },
    { symbol: 'pass', decimals: 0 },
    { symbol: 'tokens', decimals: 18 },
  ])
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
