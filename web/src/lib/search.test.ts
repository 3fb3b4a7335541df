import { expect, test } from 'vitest'
import { defined, oneOf, text } from './search.ts'

test('a word of an address is text of at most 200 characters, or nothing', () => {
  expect([text('maya'), text(''), text(7), text(['a'])]).toEqual(['maya', undefined, undefined, undefined])
  expect(text('a'.repeat(500))).toHaveLength(200)
})

test('only a known word is kept, and what is not known leaves no trace in the address', () => {
  const tabs = ['following', 'explore'] as const
  expect([oneOf('explore', tabs), oneOf('constructor', tabs), oneOf(undefined, tabs)]).toEqual(['explore', undefined, undefined])
  expect(defined({ tab: oneOf('nothing', tabs), q: 'maya' })).toEqual({ q: 'maya' })
})
