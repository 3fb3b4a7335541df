import fc from 'fast-check'
import { expect, test } from 'vitest'
import { resaleParts } from './fees.ts'
import { graceFlag, graceSOf, packTier, policyOf, unpackTier } from './tier-word.ts'

const field = (bits: number) => fc.bigInt({ min: 0n, max: (1n << BigInt(bits)) - 1n })
const small = (bits: number) => fc.integer({ min: 0, max: 2 ** bits - 1 })

test('any terms survive their word', () => {
  const terms = fc.record({
    tierId: small(32),
    priceWei: field(96),
    durationS: small(32),
    maxSupply: small(32),
    perks: field(48),
    royaltyBps: fc.integer({ min: 0, max: 255 }).map((units) => units * 10),
    flags: small(8),
  })
  fc.assert(
    fc.property(terms, (tier) => {
      expect(unpackTier(packTier(tier))).toEqual(tier)
    }),
  )
})

test('what does not fit is refused, not cut', () => {
  const tier = { tierId: 1, priceWei: 0n, durationS: 0, maxSupply: 1, perks: 0n, royaltyBps: 500, flags: 0 }
  expect(() => packTier({ ...tier, priceWei: 1n << 96n })).toThrow(RangeError)
  expect(() => packTier({ ...tier, royaltyBps: 505 })).toThrow(RangeError)
})

test('grace and policy are read from the flags', () => {
  expect(graceSOf(graceFlag(7) | 3)).toBe(7 * 86_400)
  expect([0, 1, 4].map(policyOf)).toEqual(['markets-only', 'soulbound', 'open'])
})

test('the parts of a resale are its price', () => {
  fc.assert(
    fc.property(field(128), small(10), (price, royalty) => {
      const { fee, royalty: toCreator, net } = resaleParts(price, Math.min(royalty, 1_000))
      expect(fee + toCreator + net).toBe(price)
    }),
  )
})
