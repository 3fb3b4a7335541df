import type { TierView } from '@corefans/shared/contracts/passes.ts'
import { expect, test } from 'vitest'
import { blankTier, draftOf, termsOfDraft, whyNotTier, wordsOfDraft } from './tier-draft.ts'

const aTier = (over: Partial<TierView> = {}): TierView => ({
  ...{
    tierId: 1,
    collection: `0x${'1'.repeat(40)}`,
    creator: { id: 'c', handle: 'maya', name: 'Maya', ai: false, portraitUrl: null },
    name: 'Backstage',
    perks: ['Chords'],
  },
  ...{
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
  },
  viewer: { holds: false, expiresAt: null },
  ...over,
})
const draft = { ...blankTier, name: 'Backstage', price: '0.5' }

test('a tier reads back as the draft that made it', () => {
  expect(termsOfDraft(draftOf(aTier()))).toEqual({ priceWei: 5n * 10n ** 17n, durationS: 60 * 86_400, maxSupply: 300, flags: 0 })
  expect(whyNotTier(draftOf(aTier()), aTier())).toEqual({})
})

test('no limit, for life, bound and not renewable are the contract’s own words', () => {
  expect(termsOfDraft({ ...draft, days: null, supply: '', soulbound: true, renewable: false })).toEqual({
    priceWei: 5n * 10n ** 17n,
    durationS: 0,
    maxSupply: 0xffff_ffff,
    flags: 3,
  })
})

test.each(['', 'abc', '0,5', '-1', '0.000000000000000019', '999999999999999'])('the price “%s” is refused', (price) => {
  expect(whyNotTier({ ...draft, price }, null)).toHaveProperty('price')
})

test('a price may be free or a multiple of 20 wei', () => {
  for (const price of ['0', '0.00000000000000002', '12']) expect(whyNotTier({ ...draft, price }, null)).toEqual({})
})

test('before the first sale everything may change', () => {
  expect(whyNotTier({ ...draft, days: 1, supply: '', soulbound: true }, aTier({ minted: 0 }))).toEqual({})
})

test('after the first sale no promise is taken back', () => {
  expect(whyNotTier({ ...draft, days: 59, supply: '300' }, aTier())).toHaveProperty('days')
  expect(whyNotTier({ ...draft, days: 400, supply: '300' }, aTier({ durationS: null }))).toHaveProperty('days')
  expect(whyNotTier({ ...draft, days: null, supply: '300' }, aTier())).toEqual({})
  expect(whyNotTier({ ...draft, days: 60, supply: '301' }, aTier())).toHaveProperty('supply')
  expect(whyNotTier({ ...draft, days: 60, supply: '2' }, aTier())).toHaveProperty('supply')
  expect(whyNotTier({ ...draft, days: 60, supply: '' }, aTier())).toHaveProperty('supply')
  expect(whyNotTier({ ...draft, days: 60, supply: '3' }, aTier())).toEqual({})
  expect(whyNotTier({ ...draft, days: 60, supply: '', soulbound: true }, aTier({ maxSupply: null }))).toHaveProperty('soulbound')
})

test('empty perks are left out', () => {
  expect(wordsOfDraft({ ...draft, perks: [' Chords ', '', '  '] })).toEqual({ name: 'Backstage', perks: ['Chords'] })
})
