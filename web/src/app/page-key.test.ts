import { expect, test } from 'vitest'
import { pageKey } from './page-key.ts'

test('B4 words that a route does not read make no other page, and their order makes none', () => {
  for (const odd of ['x=1', 'x=2&y=3', 'tab=', 'utm_source=a', '']) expect(pageKey(`/@maya?${odd}`)).toBe('/@maya')
  expect(pageKey('/market?x=1&tier=2&sort=price')).toBe(pageKey('/market?sort=price&tier=2'))
  expect(pageKey(`/explore?q=${'a'.repeat(500)}`)).toBe('/explore')
})

test('B4 words that a route reads make their page', () => {
  expect(pageKey('/explore?q=maya&x=1')).toBe('/explore?q=maya')
  expect(pageKey('/?tab=explore')).toBe('/?tab=explore')
  expect(pageKey('/login?next=%2Fpasses')).toBe('/login?next=%2Fpasses')
})

test('B4 an address that begins with two slashes, or cannot be read, is a page of ours', () => {
  expect(pageKey('//evil.test//x')).toBe('/evil.test//x')
  expect(pageKey('//')).toBe('/')
})
