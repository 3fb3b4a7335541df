import { expect, test } from 'vitest'
import { blankLink, termsOfLink, whyNotLink } from './link-draft.ts'

test('a link is a gift for one unless its maker says otherwise', () => {
  expect(whyNotLink(blankLink, 18)).toEqual({})
  expect(termsOfLink(blankLink, 18)).toMatchObject({ uses: 1, price: 0n, days: 7 })
  expect(termsOfLink({ ...blankLink, price: '2.5' }, 6)).toMatchObject({ price: 2_500_000n })
})

test.each(['0', '21', '1.5', '', 'x'])('a link for “%s” people is refused', (uses) => {
  expect(whyNotLink({ ...blankLink, uses }, 18)).toHaveProperty('uses')
})

test.each(['', '-1', '0.000000000000000001', 'x'])('a link at “%s” is refused', (price) => {
  expect(whyNotLink({ ...blankLink, price }, 18)).toHaveProperty('price')
})
