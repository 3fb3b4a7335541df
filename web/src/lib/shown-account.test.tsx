import { beforeEach, expect, test, vi } from 'vitest'

const reload = vi.fn()
const heard: unknown[] = []
class Channel {
  static all: Channel[] = []
  onmessage: ((event: { data: unknown }) => void) | null = null
  constructor() {
    Channel.all.push(this)
  }
  postMessage = (data: unknown) => void heard.push(data)
}

beforeEach(() => {
  vi.resetModules()
  reload.mockClear()
  heard.length = 0
  Channel.all.length = 0
  window.sessionStorage.clear()
  document.documentElement.hidden = false
  vi.stubGlobal('BroadcastChannel', Channel)
  vi.stubGlobal('location', { ...window.location, reload, assign: vi.fn() })
})
const answer = (status: number, body: object, headers: Record<string, string> = {}) =>
  vi.stubGlobal(
    'fetch',
    vi.fn(async () => new Response(JSON.stringify(body), { status, headers })),
  )
const sent = () => (vi.mocked(fetch).mock.calls.at(-1)?.[1]?.headers ?? {}) as Record<string, string>

test('LAY-08 every call says whose page it comes from, once that is known', async () => {
  const { api } = await import('./api.ts')
  const { showAccount } = await import('./shown-account.ts')
  answer(200, {})
  await api('GET /api/me', {})
  expect(sent()['x-shown-account']).toBeUndefined()
  showAccount('maya')
  await api('GET /api/me', {})
  expect(sent()['x-shown-account']).toBe('maya')
  showAccount(null)
  await api('GET /api/me', {})
  expect(sent()['x-shown-account']).toBe('nobody')
  expect(heard).toEqual(['maya', 'nobody'])
})

test('an answer that signs somebody in makes this page theirs until it is loaded again', async () => {
  const { api } = await import('./api.ts')
  const { showAccount } = await import('./shown-account.ts')
  showAccount(null)
  answer(201, { accountId: 'leo' }, { 'x-cookie-account': 'leo' })
  await api('POST /api/sessions', { email: 'leo@example.com', password: 'a long secret' })
  answer(200, {})
  await api('GET /api/me', {})
  expect([sent()['x-shown-account'], heard]).toEqual(['leo', ['nobody', 'leo']])
})

test('LAY-08 a call that meets another account makes the page again and goes on in nothing; once, not for ever', async () => {
  const { api } = await import('./api.ts')
  answer(409, { type: '/problems/http/another-account', title: 'Load it again' })
  const done = vi.fn()
  void api('GET /api/me', {}).then(done, done)
  await vi.waitFor(() => expect(reload).toHaveBeenCalledTimes(1))
  expect(done).not.toHaveBeenCalled()
  await expect(api('GET /api/me', {})).rejects.toMatchObject({ type: 'http/another-account' })
  expect(reload).toHaveBeenCalledTimes(1)
})

test('LAY-08 another tab that shows somebody else makes this page again; the same person does not', async () => {
  const { showAccount, watchAccount } = await import('./shown-account.ts')
  showAccount('maya')
  watchAccount()
  const [channel] = Channel.all
  channel?.onmessage?.({ data: 'maya' })
  channel?.onmessage?.({ data: { odd: true } })
  expect(reload).not.toHaveBeenCalled()
  channel?.onmessage?.({ data: 'nobody' })
  expect(reload).toHaveBeenCalledTimes(1)
})

test('LAY-08 Back to a page that the browser had put aside shows nothing of it until it is made again', async () => {
  const { watchAccount } = await import('./shown-account.ts')
  watchAccount()
  window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: false }))
  expect([document.documentElement.hidden, reload.mock.calls.length]).toEqual([false, 0])
  window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }))
  expect([document.documentElement.hidden, reload.mock.calls.length > 0]).toEqual([true, true])
})
