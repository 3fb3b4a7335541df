import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addressesOf } from './addresses.ts'
import { chainOf, chains, confirmationsFor } from './chains.ts'
import { PRICE_STEP_WEI, platformFeeDown } from './fees.ts'
import { passIdOf, serialOf, tierIdOf } from './pass-id.ts'

test('money waits 15 blocks on Core and one on the devnet', () => {
  expect(chains.map(({ id }) => confirmationsFor(id))).toEqual([15, 15, 1])
  expect(chainOf(1116)?.nativeCurrency).toMatchObject({ symbol: 'CORE', decimals: 18 })
  expect(chainOf(1)).toBeUndefined()
})

test('no contract is claimed where none is deployed', () => {
  expect([addressesOf(1116), addressesOf(1114)]).toEqual([undefined, undefined])
})

test('a pass id holds tier and serial', () => {
  const u32 = fc.integer({ min: 0, max: 0xffff_ffff })
  fc.assert(
    fc.property(u32, u32, (tier, serial) => {
      const id = passIdOf(tier, serial)
      expect([tierIdOf(id), serialOf(id)]).toEqual([tier, serial])
    }),
  )
})

test('the fee of whole prices adds up to the wei', () => {
  const prices = fc.array(fc.bigInt({ min: 0n, max: 2n ** 90n }).map((price) => price * PRICE_STEP_WEI))
  const sum = (parts: readonly bigint[]) => parts.reduce((total, part) => total + part, 0n)
  fc.assert(
    fc.property(prices, (parts) => {
      expect(sum(parts.map(platformFeeDown))).toBe(platformFeeDown(sum(parts)))
      expect(platformFeeDown(sum(parts)) * 20n).toBe(sum(parts))
    }),
  )
})
