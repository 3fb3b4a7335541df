import { expect, test } from 'vitest'
import { securityHeaders } from './security.ts'

const policyOf = (url: string) => {
  const csp = securityHeaders(url, { publicUrl: 'https://corefans.example' })['content-security-policy'] ?? ''
  const rules = csp.split('; ').map((rule): [string, string[]] => [rule.split(' ')[0] ?? '', rule.split(' ').slice(1)])
  return Object.fromEntries(rules)
}

test('pages run our own scripts only, none that stands in the page, and ask nobody else', () => {
  const policy = policyOf('/@maya')
  expect(policy['default-src']).toEqual(["'self'"])
  expect(policy['script-src']).not.toContain("'unsafe-inline'")
  expect(policy['script-src']).not.toContain("'unsafe-eval'")
  for (const [rule, sources] of Object.entries(policy))
    expect([rule, sources.filter((one) => /^https?:|^\*/.test(one))]).toEqual([rule, []])
})

test('only what is made to be embedded may stand in another site’s frame', () => {
  expect(policyOf('/embed/post/1')['frame-ancestors']).toEqual(['*'])
  for (const url of ['/', '/embed', '/embedded', '/@embed/x', '/api/embed/'])
    expect([url, policyOf(url)['frame-ancestors']]).toEqual([url, ["'none'"]])
})

test('a site behind https says so for a year; one without says nothing it cannot keep', () => {
  const transport = (publicUrl: string) => securityHeaders('/', { publicUrl })['strict-transport-security']
  expect([transport('https://corefans.example'), transport('http://localhost:3000')]).toEqual(['max-age=31536000', undefined])
})
