import { expect, test } from 'vitest'
import { safeNext } from './session.ts'

test.each(['/', '/@maya', '/post/1?x=1#a', '/settings/wallet'])('A5 a path of this site follows a sign-in: %s', (next) => {
  expect(safeNext(next)).toBe(next)
})

test.each([
  '/\t/evil.test',
  '/\n/evil.test',
  '/\\\\evil.test',
  '/\\evil.test',
  '\\\\evil.test',
  '//evil.test',
  '///evil.test',
  '/.//evil.test',
  '/x/..//evil.test',
  'https:evil',
  'https://evil.test',
  'javascript:alert(1)',
  'evil.test',
  ' //evil.test',
  '',
])('A5 whatever leads elsewhere stays: %j', (next) => {
  const landed = new URL(safeNext(next), 'https://corefans.example/login')
  expect([landed.origin, landed.pathname]).toEqual(['https://corefans.example', '/'])
})

test('A5 any text leads to this site', () => {
  const signs = ['/', '\\', '\t', '.', ':', '@', 'e', '%', '?', '#', ' ', '\r', '%09', '%2f', '[']
  for (let n = 0; n < signs.length ** 4; n++) {
    const text = Array.from({ length: 4 }, (_, i) => signs[Math.floor(n / signs.length ** i) % signs.length]).join('')
    expect(new URL(safeNext(`${text}evil.test`), 'https://corefans.example').origin).toBe('https://corefans.example')
  }
})
