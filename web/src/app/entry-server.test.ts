import { expect, test } from 'vitest'
import { type RenderDeps, renderPage } from './entry-server.tsx'

const deps: RenderDeps = {
  call: () => Promise.reject(new Error('nothing is read before a redirect')),
  publicUrl: 'https://corefans.example',
  config: {} as RenderDeps['config'],
}

test.each(['//x//evil.test/', '//evil.test/', '/.//evil.test/', '/x/..//evil.test/', '/\\\\evil.test/', '/\t/evil.test/'])(
  'A5 the page at %j redirects to no other site',
  async (url) => {
    const { status, location } = await renderPage(url, deps)
    expect([status, new URL(location as string, deps.publicUrl).origin]).toEqual([301, deps.publicUrl])
  },
)

test('A5 a page has one address: lower-case handle, no slash at the end', async () => {
  expect(await renderPage('/@Maya/?tab=a', deps)).toMatchObject({ status: 301, location: '/@maya?tab=a' })
  expect(await renderPage('/@maya///', deps)).toMatchObject({ status: 301, location: '/@maya' })
})

test('LAY-01 what has moved answers with its new address and the words of its query', async () => {
  expect(await renderPage('/portfolio?a=b', deps)).toMatchObject({ status: 301, location: '/wallet/tokens?a=b' })
  expect(await renderPage('/passes/', deps)).toMatchObject({ status: 301 })
})
