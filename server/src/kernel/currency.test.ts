import { describe, expect, test } from 'vitest'
import { assetOf, isKnownAsset, moneyIn, moneyOf, priceIn } from './currency.ts'

const usd = '0x00000000000000000000000000000000000000Aa' as const
const chain = { id: 1_116, contracts: { testUsd: usd } }
const bare = { id: 1_116, contracts: {} }
const stranger = '0x00000000000000000000000000000000000000bb'

describe('what an amount is of', () => {
  test('the native coin has 18 decimals and the dollar token 6, and both say which chain they are on', () => {
    expect(moneyOf(chain, 'native', 5n)).toEqual({ amount: '5', asset: '1116:native', decimals: 18 })
    expect(moneyIn(chain, 'usd', '7')).toEqual({ amount: '7', asset: `1116:${usd.toLowerCase()}`, decimals: 6 })
  })

  test('a chain without a dollar token has no dollars, so nothing is priced in them', () => {
    expect([assetOf(bare, 'usd'), moneyIn(bare, 'usd', '7'), isKnownAsset(bare, 'native')]).toEqual([null, null, true])
    expect(moneyIn(bare, 'core', '7')).toMatchObject({ asset: '1116:native' })
  })

  test('a price in a token that we do not know is in base units: nobody told us its decimals', () => {
    expect(isKnownAsset(chain, stranger)).toBe(false)
    expect(priceIn(chain, stranger, '1000000')).toEqual({ amount: '1000000', asset: `1116:${stranger}`, decimals: 0 })
    expect(priceIn(chain, null, '1')).toMatchObject({ asset: '1116:native', decimals: 18 })
    expect(priceIn(chain, usd.toLowerCase(), '1')).toMatchObject({ decimals: 6 })
  })
})
