import type { TierView } from '@corefans/shared/contracts/passes.ts'
import { expect, test } from 'vitest'
import { blankTier, draftOf, termsOfDraft, whyNotTier, wordsOfDraft } from './tier-draft.ts'

const aTier = (over: Partial<TierView> = {}): TierView => ({
  tierId: 1,
  collection: `0x${'1'.repeat(40)}`,
  creator: { id: 'c', handle: 'maya', name: 'Maya', ai: false, portraitUrl: null },
  name: 'Backstage',
  perks: ['Chords'],
  price: { amount: '500000000000000000', asset: '31337:native', decimals: 18 },
  durationS: 60 * 86_400,
  maxSupply: 300,
  minted: 3,
  soldOut: false,
  feeBps: 500,
  royaltyBps: 500,
  policy: 'markets-only',
  soulbound: false,
  graceS: 0,
  consumable: false,
  renewable: true,
  viewer: { holds: false, expiresAt: null },
  ...over,
})
const dollar = `0x${'d'.repeat(40)}`
const draft = { ...blankTier, name: 'Backstage', price: '0.5' }

test('a tier reads back as the draft that made it', () => {
  expect(termsOfDraft(draftOf(aTier()), dollar)).toEqual({
    priceWei: 5n * 10n ** 17n,
    durationS: 60 * 86_400,
    maxSupply: 300,
    flags: 0,
    royaltyBps: 500,
    payToken: null,
  })
  expect(whyNotTier(draftOf(aTier()), aTier())).toEqual({})
})

test('no limit, for life, bound and not renewable are the contract’s own words', () => {
  expect(termsOfDraft({ ...draft, days: null, supply: '', policy: 'soulbound', renewable: false }, dollar)).toEqual({
    priceWei: 5n * 10n ** 17n,
    durationS: 0,
    maxSupply: 0xffff_ffff,
    flags: 3,
    royaltyBps: 500,
    payToken: null,
  })
})

test.each(['', 'abc', '0.5.5', '-1', '0.000000000000000019', '999999999999999'])('the price “%s” is refused', (price) => {
  expect(whyNotTier({ ...draft, price }, null)).toHaveProperty('price')
})

test('a price may be free or a multiple of 20 wei', () => {
  for (const price of ['0', '0.00000000000000002', '12', '0,5']) expect(whyNotTier({ ...draft, price }, null)).toEqual({})
})

test('before the first sale everything may change', () => {
  expect(
    whyNotTier(
      { ...draft, days: 1, supply: '', policy: 'soulbound', consumable: true, graceDays: 0 },
      aTier({ minted: 0, graceS: 86_400 }),
    ),
  ).toEqual({})
})

test('F7 after the first sale passes stay renewable: neither for life nor without renewal', () => {
  expect(whyNotTier({ ...draft, days: null, supply: '3' }, aTier())).toHaveProperty('days')
  expect(whyNotTier({ ...draft, days: 60, supply: '3', renewable: false }, aTier())).toHaveProperty('renewable')
  expect(whyNotTier({ ...draft, days: 60, supply: '3', renewable: false }, aTier({ minted: 0 }))).toEqual({})
})

test('after the first sale no promise is taken back', () => {
  expect(whyNotTier({ ...draft, days: 59, supply: '300' }, aTier())).toHaveProperty('days')
  expect(whyNotTier({ ...draft, days: 400, supply: '300' }, aTier({ durationS: null }))).toHaveProperty('days')
  expect(whyNotTier({ ...draft, days: 60, supply: '301' }, aTier())).toHaveProperty('supply')
  expect(whyNotTier({ ...draft, days: 60, supply: '2' }, aTier())).toHaveProperty('supply')
  expect(whyNotTier({ ...draft, days: 60, supply: '' }, aTier())).toHaveProperty('supply')
  expect(whyNotTier({ ...draft, days: 60, supply: '3' }, aTier())).toEqual({})
  expect(whyNotTier({ ...draft, days: 60, supply: '', policy: 'soulbound' }, aTier({ maxSupply: null }))).toHaveProperty('policy')
  const sold = aTier({ graceS: 7 * 86_400, policy: 'open', maxSupply: null })
  const kept = { ...draftOf(sold), days: 60 }
  expect(whyNotTier(kept, sold)).toEqual({})
  expect(whyNotTier({ ...kept, graceDays: 3 }, sold)).toHaveProperty('graceDays')
  expect(whyNotTier({ ...kept, graceDays: 14 }, sold)).toEqual({})
  expect(whyNotTier({ ...kept, policy: 'markets-only' }, sold)).toHaveProperty('policy')
  expect(whyNotTier({ ...kept, consumable: true }, sold)).toHaveProperty('consumable')
})

test('empty perks are left out', () => {
  expect(wordsOfDraft({ ...draft, perks: [' Chords ', '', '  '] })).toEqual({ name: 'Backstage', perks: ['Chords'] })
})

test('PAY-01 a price in dollars has the dollar’s six decimals, and names its token', () => {
  const inDollars = { ...draft, currency: 'usd' as const, price: '4.5' }
  expect(termsOfDraft(inDollars, dollar)).toMatchObject({ priceWei: 4_500_000n, payToken: dollar, flags: 16 })
  expect(whyNotTier({ ...inDollars, price: '4.5000001' }, null)).toHaveProperty('price')
  expect(whyNotTier({ ...inDollars, price: '0.000001' }, null)).toHaveProperty('price')
  const tier = aTier({ price: { amount: '4500000', asset: `31337:${dollar}`, decimals: 6 } })
  expect(draftOf(tier)).toMatchObject({ currency: 'usd', price: '4.5' })
})

test.each(['11', '10.1', '5.25', '-1', '', 'x'])('a royalty of “%s” percent is refused', (royalty) => {
  expect(whyNotTier({ ...draft, royalty }, null)).toHaveProperty('royalty')
})

test('royalty, grace, single use and policy go to the chain as chosen, and come back so', () => {
  const tier = aTier({ royaltyBps: 730, graceS: 14 * 86_400, consumable: true, policy: 'open', renewable: false })
  expect(termsOfDraft(draftOf(tier), dollar)).toMatchObject({ royaltyBps: 730, flags: 2 | 4 | 8 | (4 << 5) })
})
