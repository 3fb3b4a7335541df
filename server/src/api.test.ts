import { describe, expect, test } from 'vitest'
import { aPicture } from './testing/image.ts'
import { useWorld } from './testing/world.ts'

const world = useWorld()

describe('the API', () => {
  test('API-02 every mounted operation is in the OpenAPI document, and every problem it names has a page', async () => {
    const document = JSON.parse((await world().visitor.get('/api/openapi.json')).body) as {
      openapi: string
      paths: Record<string, Record<string, unknown>>
    }
    expect(document.openapi).toBe('3.1.0')
    for (const contract of world().host.mount.contracts) {
      const [method, path] = contract.route.split(' ') as [string, string]
      expect(document.paths[path.replace(/:(\w+)/g, '{$1}')]).toHaveProperty(method.toLowerCase())
      for (const code of contract.problems) expect([code, (await world().visitor.get(`/problems/${code}`)).status]).toEqual([code, 200])
    }
    expect((await world().visitor.get('/api/docs')).body).toContain('POST /api/posts')
    expect((await world().visitor.get('/problems/no/such')).status).toBe(404)
  })

  test('API-03 posts and their media, profiles, follows, votes, wallets and sessions can be made, read, changed and unmade', async () => {
    const [maya, fan] = [await world().person(), await world().person()]
    const { body: image } = await maya.upload(await aPicture())
    const post = await maya.call('POST /api/posts', { text: 'one', mediaIds: [image.id], poll: { options: ['A', 'B'] } })
    const { id, poll } = post.body
    expect(post.status).toBe(201)
    expect((await fan.call('GET /api/posts/:postId', { postId: id })).status).toBe(200)
    expect((await maya.call('PATCH /api/posts/:postId', { postId: id, text: 'two' })).body.text).toBe('two')
    expect((await fan.call('PATCH /api/posts/:postId', { postId: id, text: 'three' })).status).toBe(403)
    expect((await maya.call('POST /api/posts', { text: 'x', surprise: true } as never)).status).toBe(422)
    expect((await fan.call('POST /api/polls/:pollId/votes', { pollId: poll?.id as string, optionIds: [1] })).body.viewer.optionIds).toEqual(
      [1],
    )
    expect((await fan.call('POST /api/polls/:pollId/votes', { pollId: poll?.id as string, optionIds: [] })).body.totalVotes).toBe(0)
    expect((await fan.call('PUT /api/profiles/:handle/follow', { handle: maya.handle })).body).toEqual({ follows: true, fans: 1 })
    expect((await fan.call('DELETE /api/profiles/:handle/follow', { handle: maya.handle })).body).toEqual({ follows: false, fans: 0 })
    expect((await maya.call('PATCH /api/me/profile', { bio: 'changed' })).body.bio).toBe('changed')
    expect((await maya.call('DELETE /api/posts/:postId', { postId: id })).status).toBe(200)
    expect((await fan.call('GET /api/posts/:postId', { postId: id })).status).toBe(404)
    expect((await maya.call('DELETE /api/sessions/current')).status).toBe(204)
    expect((await maya.call('GET /api/me')).status).toBe(401)
  })

  test('signed out, one is told 401 of oneself, and Explore instead of a feed', async () => {
    for (const path of ['/api/me', '/api/me/badges', '/api/notifications']) expect((await world().visitor.get(path)).status).toBe(401)
    expect((await world().visitor.get('/api/feed')).status).toBe(200)
    expect((await world().visitor.get('/api/health')).body).toBe('{"status":"ok"}')
    expect((await world().visitor.get('/api/nothing')).status).toBe(404)
  })

  test("the chain is reached through a list of methods; the devnet's own and long batches are not relayed", async () => {
    const rpc = async (payload: object) => (await world().host.app.inject({ method: 'POST', url: '/api/chain/rpc', payload })).json()
    const call = (method: string, id = 1) => ({ jsonrpc: '2.0', id, method, params: [] })
    expect(await rpc(call('eth_chainId'))).toEqual({ jsonrpc: '2.0', id: 1, result: '0x7a69' })
    for (const method of ['anvil_setBalance', 'evm_mine', 'eth_sendTransaction', 'eth_accounts', 'debug_traceCall', 'personal_sign'])
      expect((await rpc(call(method))).error.code).toBe(-32601)
    expect(
      (await rpc([call('eth_chainId', 7), call('anvil_mine', 8)])).map((answer: { id: number; error?: object }) => [
        answer.id,
        Boolean(answer.error),
      ]),
    ).toEqual([
      [7, false],
      [8, true],
    ])
    expect((await rpc(Array.from({ length: 21 }, () => call('eth_chainId')))).status).toBe(422)
  })
})

describe('the live socket', () => {
  test('API-04 a client that stops reading is cut with 1013, costs no memory, and others hear everything', async () => {
    const [slow, quick] = [await world().visitor.socket(), await world().visitor.socket()]
    const maya = await world().person()
    for (const socket of [slow, quick]) await socket.join(`profile:${maya.id}`)
    const closed = new Promise<number>((resolve) => slow.ws.once('close', resolve))
    slow.ws.pause()
    const before = process.memoryUsage().rss
    const state = (handle: string) => ({
      kind: 'state' as const,
      topic: `profile:${maya.id}`,
      state: { type: 'presence' as const, handle, state: 'online' as const, lastActiveAt: null },
    })
    const heard = (handle: string) =>
      quick.heard((frame) => frame.type === 'state' && frame.state.type === 'presence' && frame.state.handle === handle)
    for (let i = 0; i < 10_000; i++) {
      const handle = String(i).padEnd(7_000, 'x')
      world().host.bus.publish(state(handle))
      if (i % 20 === 19) await heard(handle) // the quick one lives in this same process and must get its turn
    }
    const grown = process.memoryUsage().rss - before
    slow.ws.resume()
    expect(await closed).toBe(1013)
    expect(quick.frames.filter((frame) => frame.type === 'state').length).toBe(10_000)
    expect(grown).toBeLessThan(300 * 2 ** 20) // the test's own quick client keeps 70 MB of frames in this same process
    quick.close()
  })

  test('API-04 frames that are no frames are answered, foreign pages are refused, and a session is needed for an account', async () => {
    const socket = await world().visitor.socket()
    socket.ws.send('{"type":"subscribe","topics":"all"}')
    await socket.heard((frame) => frame.type === 'bad-frame')
    socket.ws.send(Buffer.from([1, 2, 3]))
    expect(await socket.join('account:01990000-0000-7000-8000-000000000000')).toMatchObject({ type: 'denied', reason: 'sign-in' })
    socket.close()
    const { WebSocket } = await import('ws')
    const foreign = new WebSocket(`${world().url.replace('http', 'ws')}/api/realtime`, { headers: { origin: 'https://evil.example' } })
    const refused = await new Promise<string>((resolve) => foreign.once('error', (err) => resolve(err.message)))
    expect(refused).toContain('403')
  })
})
