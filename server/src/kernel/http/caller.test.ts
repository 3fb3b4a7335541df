import { describe, expect, test } from 'vitest'
import { cookieName, isOwnHost, isOwnOrigin, isShown, readCookie } from './caller.ts'

describe('the session cookie', () => {
  test('is named by the port that people see, so that processes behind one address know the same', () => {
    const names = ['http://localhost:3000', 'https://corefans.example', 'http://corefans.example', 'https://corefans.example:8443']
    expect(names.map((publicUrl) => cookieName({ publicUrl }))).toEqual(['corefans_3000', 'corefans_443', 'corefans_80', 'corefans_8443'])
  })

  test.each([
    [undefined, null],
    ['', null],
    ['corefans_3000=abc', 'abc'],
    ['a=1; corefans_3000=abc; b=2', 'abc'],
    ['xcorefans_3000=no; corefans_3000=yes', 'yes'],
    ['corefans_30000=no', null],
    ['corefans_3000=', null],
    ['corefans_3000', null],
    ['=corefans_3000', null],
    ['corefans_3000=a=b', 'a=b'],
    ['  corefans_3000 = abc ', 'abc'],
  ])('of the header %j is %j', (header, token) => {
    expect(readCookie(header, 'corefans_3000')).toBe(token)
  })
})

describe('whose page makes this call', () => {
  const config = { publicUrl: 'https://corefans.example', demo: false }
  const judge = (headers: Record<string, string>) => isOwnOrigin({ headers }, config)

  test.each([
    ['no browser at all', {}, true],
    ['our own page', { origin: 'https://corefans.example', 'sec-fetch-site': 'same-origin' }, true],
    ['an address that somebody typed', { 'sec-fetch-site': 'none' }, true],
    ['the page behind a proxy that rewrites the host', { origin: 'https://inner.example', host: 'inner.example' }, true],
    ['a page of another site', { origin: 'https://evil.test' }, false],
    ['a page of another site that sends no Origin', { 'sec-fetch-site': 'cross-site' }, false],
    ['a sister site', { origin: 'https://blog.corefans.example', 'sec-fetch-site': 'same-site' }, false],
    ['a sandboxed frame', { origin: 'null' }, false],
    ['a name that begins as ours', { origin: 'https://corefans.example.evil.test' }, false],
    ['another port of ours', { origin: 'https://corefans.example:444' }, false],
    ['our name without encryption', { origin: 'http://corefans.example' }, false],
    ['no address', { origin: 'corefans' }, false],
  ])('%s', (_who, headers, own) => {
    expect(judge({ host: 'corefans.example:8080', ...headers })).toBe(own)
  })

  test('A7 a demo world is asked by its own names only; elsewhere the proxy in front knows the names', () => {
    const demo = { publicUrl: 'http://studio.local:3000', demo: true }
    const hosts = ['localhost', '127.0.0.1:3000', '[::1]:3000', 'studio.local:3000', 'evil.test', 'localhost.evil.test', 'a b', undefined]
    expect(hosts.map((host) => isOwnHost(host, demo))).toEqual([true, true, true, true, false, false, false, false])
    expect(isOwnHost('anything', config)).toBe(true)
    expect(isOwnOrigin({ headers: { host: 'evil.test:3000', origin: 'http://evil.test:3000' } }, demo)).toBe(false)
  })
})

test('LAY-08 a page acts for whom it shows; for anybody else that the cookie now names it does nothing', () => {
  const judge = (shown: unknown, account: string | null) => isShown(shown, { account })
  expect([judge(undefined, 'maya'), judge('maya', 'maya'), judge('maya', null), judge('nobody', null)]).toEqual([true, true, true, true])
  expect([judge('maya', 'leo'), judge('nobody', 'leo'), judge('', 'leo'), judge(['maya', 'leo'], 'leo')]).toEqual([
    false,
    false,
    false,
    false,
  ])
})
