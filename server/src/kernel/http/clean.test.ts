import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Problem } from '../errors.ts'
import { mustBeClean } from './clean.ts'

const issueOf = (value: unknown) => {
  try {
    mustBeClean(value)
  } catch (err) {
    return ((err as Problem).meta['issues'] as { path: string; message: string }[])[0]
  }
  return null
}
const nested = (depth: number): unknown => (depth === 0 ? 'leaf' : { a: nested(depth - 1) })

describe('what no field can hold', () => {
  test.each([
    ['NUL in a text', { bio: 'a\0b' }, 'bio', 'may not contain NUL'],
    ['NUL in a name', { 'a\0': 1 }, '', 'may not contain NUL'],
    ['half a surrogate pair', { posts: [{ text: '\ud83d' }] }, 'posts.0.text', 'contains a lone surrogate'],
    ['half a pair in a name', { '\udc00': 1 }, '', 'contains a lone surrogate'],
    ['a key into prototypes', JSON.parse('{"links":{"__proto__":{"admin":true}}}'), 'links', 'has a key that may not be used'],
  ])('%s is refused where it stands', (_what, value, path, message) => {
    expect(issueOf(value)).toEqual({ path, message })
  })

  test('nesting has an end, and a hostile depth is told as any other fault', () => {
    expect(issueOf(nested(20))).toBeNull()
    expect(issueOf(nested(22))?.message).toBe('is nested too deep')
    expect(issueOf(nested(2_000))?.message).toBe('is nested too deep')
  })

  test('everything else passes: whole emoji, other scripts, numbers, nothing', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ unit: 'grapheme' }), fc.jsonValue({ maxDepth: 3 })), (value) => {
        const text = JSON.stringify(value)
        fc.pre(!text.includes('\\u0000') && !text.includes('__proto__') && text.isWellFormed() && !/\\ud[89a-f]/.test(text))
        expect(issueOf(value)).toBeNull()
      }),
    )
  })
})
