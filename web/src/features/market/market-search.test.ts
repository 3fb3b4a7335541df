import { expect, test } from 'vitest'
import { searchIn } from './market-search.ts'

test('MKT-01 an address says what it may, and nothing else is believed', () => {
  // The router reads what looks like a number as one.
  const good = { tab: 'activity', creator: 'maya', tier: 2, currency: 'usd', priceMax: 5, daysLeft: 30, sort: '-price' }
  expect(searchIn(good)).toEqual({ ...good, priceMax: '5' })
  const bad = { tab: 'x', creator: '<b>', tier: -1, currency: 'eur', priceMax: '1e9', daysLeft: 0, sort: 'best', more: 1 }
  expect(searchIn(bad)).toEqual({})
  expect(searchIn({})).toEqual({})
})
