import { afterEach, expect, test, vi } from 'vitest'
import { api } from './api.ts'
import { askedToSignIn } from './fresh.ts'

const stale = () => new Response(JSON.stringify({ type: '/problems/accounts/fresh-sign-in', title: 'Sign in again' }), { status: 403 })
afterEach(() => vi.unstubAllGlobals())

/** Answers stale until somebody signed in again. */
function aServer() {
  const state = { isFresh: false, calls: 0 }
  vi.stubGlobal('fetch', async () => {
    state.calls += 1
    return state.isFresh ? new Response('null') : stale()
  })
  return state
}
const asked = () => vi.waitUntil(() => askedToSignIn.get())

test('A4 a call that needs a fresh sign-in asks for one and goes on; two at once ask once', async () => {
  const server = aServer()
  const calls = [api('PUT /api/me/password', { next: 'x' }), api('DELETE /api/me/wallets/:address', { address: '0x1' })]
  const question = await asked()
  server.isFresh = true
  question?.go(true)
  expect(await Promise.all(calls)).toEqual([null, null])
  expect([server.calls, askedToSignIn.get()]).toEqual([4, null])
})

test('A4 whoever does not sign in again is refused, and asked anew the next time', async () => {
  aServer()
  for (let i = 0; i < 2; i++) {
    const call = api('PUT /api/me/password', { next: 'x' })
    ;(await asked())?.go(false)
    await expect(call).rejects.toMatchObject({ type: 'accounts/fresh-sign-in' })
  }
})
