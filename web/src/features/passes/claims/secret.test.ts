import { beforeEach, expect, test, vi } from 'vitest'
import { addressOf, forgetSecret, secretOf } from './secret.ts'

const secret = 'AbC-123_456789012345xY'
const kept = new Map<string, string>()

beforeEach(() => {
  kept.clear()
  const sessionStorage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  }
  vi.stubGlobal('window', { location: { origin: 'https://corefans.example', hash: '' }, sessionStorage })
})

test('TOK-06 the secret of a link stands behind the #, outlives joining in the same tab, and is forgotten once used', () => {
  const { hash, pathname, search } = new URL(addressOf('a-link', secret))
  expect([pathname, search, hash]).toEqual(['/claim/a-link', '', `#${secret}`])
  expect(secretOf('a-link', hash)).toBe(secret)
  expect(secretOf('a-link', '')).toBe(secret)
  expect(secretOf('another-link', '')).toBeNull()
  forgetSecret('a-link')
  expect(secretOf('a-link', '')).toBeNull()
})

test('what is no secret is not kept', () => {
  expect(secretOf('a-link', '#main')).toBeNull()
  expect(kept.size).toBe(0)
})
