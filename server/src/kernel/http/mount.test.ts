import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { contract } from '@corefans/shared/contract.ts'
import { beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { backedBy } from '../../testing/backing.ts'
import { useDatabase } from '../../testing/database.ts'
import { readConfig } from '../config.ts'
import { me, nobody, transactOn } from '../ctx.ts'
import { http } from '../problems.ts'
import { type Mount, mounter } from './mount.ts'
import { createHttpServer } from './server.ts'

const database = useDatabase()
const maya = '00000000-0000-7000-8000-00000000000a'
const nothing = z.strictObject({})
const plain = { summary: '', output: z.object({ n: z.number() }), problems: [] } as const
const read = contract('GET /api/n', { ...plain, who: 'public', input: nothing })
const write = contract('POST /api/n', { ...plain, who: 'account', input: z.strictObject({ n: z.number().optional() }), status: 201 })
const pay = contract('POST /api/pay', { ...plain, who: 'account', input: nothing, idempotency: 'required' })
const guarded = contract('POST /api/guarded', { ...plain, who: 'account', input: nothing, fresh: true })
const demo = contract('POST /api/demo', { ...plain, who: 'public', input: nothing, demoOnly: true })
const few = contract('POST /api/few', { ...plain, who: 'public', input: nothing, rate: { points: 2, per: 'address' } })
const file = contract('POST /api/file', { ...plain, who: 'public', input: nothing })
const hot = contract('PUT /api/hot', { ...plain, who: 'account', input: nothing })

/** A server with what `bind` mounts; `x-as` says who calls, in place of a session. */
function serve(bind: (mount: Mount) => void, env: Record<string, string> = {}) {
  const config = readConfig({ LOG_LEVEL: 'silent', DEMO: '0', ...env })
  const app = createHttpServer(config)
  app.decorateRequest('caller')
  app.addHook('onRequest', async (req) => {
    req.caller = { ...nobody, account: (req.headers['x-as'] as string | undefined) ?? null, address: req.ip }
  })
  const backing = backedBy(database().db)
  const mount = mounter(app, { ...backing, config, transact: transactOn(backing, new Map(), () => {}) })
  bind(mount)
  const send = async (method: 'GET' | 'POST' | 'PUT', url: string, headers: Record<string, string> = {}, payload?: object | string) => {
    const answer = await app.inject({ method, url, headers, ...(payload === undefined ? {} : { payload }) })
    return { status: answer.statusCode, headers: answer.headers, body: answer.json<Record<string, unknown>>() }
  }
  return { mount, send }
}
let calls: number
const counted = async () => ({ n: ++calls })
beforeEach(async () => {
  calls = 0
  await database().db.sql('truncate idempotency_keys')
  await database().db.sql('insert into accounts (id, created_at) values ($1, now()) on conflict do nothing', [maya])
})

describe('a contract that is mounted', () => {
  test('answers its status and what it names, and is kept by no cache', async () => {
    const { send } = serve(({ query, command }) => {
      query(read, async () => ({ n: 1, secret: 'x' }) as never)
      command(write, async (ctx, { n = 0 }) => ({ n: n + me(ctx).length }))
    })
    const answer = await send('GET', '/api/n')
    expect([answer.status, answer.body, answer.headers['cache-control']]).toEqual([200, { n: 1 }, 'no-store'])
    expect(await send('POST', '/api/n', { 'x-as': maya }, { n: 2 })).toMatchObject({ status: 201, body: { n: 38 } })
  })

  test('asks who calls before it looks at what they say', async () => {
    const { send } = serve(({ command }) => command(write, counted))
    expect(await send('POST', '/api/n', {}, { n: 'no number' })).toMatchObject({ status: 401 })
    expect(await send('POST', '/api/n', { 'x-as': maya }, { n: 'no number' })).toMatchObject({ status: 422 })
    expect(calls).toBe(0)
  })

  test('A4 that changes a way in is refused until somebody says who is fresh, and then to whoever is not', async () => {
    const { mount, send } = serve(({ command }) => command(guarded, counted))
    expect(await send('POST', '/api/guarded', { 'x-as': maya }, {})).toMatchObject({ status: 503 })
    mount.mustBeFresh(async () => Promise.reject(http['not-allowed']()))
    expect(await send('POST', '/api/guarded', { 'x-as': maya }, {})).toMatchObject({ status: 403 })
    mount.mustBeFresh(async () => {})
    expect(await send('POST', '/api/guarded', { 'x-as': maya }, {})).toMatchObject({ status: 200, body: { n: 1 } })
  })

  test('of the demo world is not there without one', async () => {
    const bind = ({ command }: Mount) => command(demo, counted)
    const [without, within] = [serve(bind), serve(bind, { DEMO: '1' })]
    expect([(await without.send('POST', '/api/demo', {}, {})).status, without.mount.contracts.length]).toEqual([404, 0])
    expect((await within.send('POST', '/api/demo', {}, {})).status).toBe(200)
  })

  test('lets each caller in so often a minute, and says when to come back; others are not held', async () => {
    const { send } = serve(({ command }) => command(few, counted))
    const from = (remote: string) => send('POST', '/api/few', { 'x-forwarded-for': remote }, {})
    expect([(await from('a')).status, (await from('a')).status]).toEqual([200, 200])
    const third = await from('a')
    expect([third.status, third.body['retryAfterS'], third.body['type']]).toEqual([429, 30, '/problems/http/too-many-requests'])
    expect(calls).toBe(2)
  })
})

describe('an Idempotency-Key', () => {
  test('is demanded by what moves money, and must be one', async () => {
    const { send } = serve(({ command }) => command(pay, counted))
    expect(await send('POST', '/api/pay', { 'x-as': maya }, {})).toMatchObject({
      status: 422,
      body: { type: '/problems/http/idempotency-key-required' },
    })
    expect(await send('POST', '/api/pay', { 'x-as': maya, 'idempotency-key': 'k'.repeat(256) }, {})).toMatchObject({ status: 422 })
    expect(calls).toBe(0)
  })

  test('makes a call that is sent again the same act with the same answer', async () => {
    const { send } = serve(({ command }) => command(pay, counted))
    const again = () => send('POST', '/api/pay', { 'x-as': maya, 'idempotency-key': 'k' }, {})
    expect([(await again()).body, (await again()).body, calls]).toEqual([{ n: 1 }, { n: 1 }, 1])
  })

  test('takes a call of a hot counter out of the group, where no answer could be kept', async () => {
    const ways: string[] = []
    const { send } = serve(({ batchedCommand }) =>
      batchedCommand(
        hot,
        async () => ({ n: ways.push('grouped') }),
        async () => ({ n: ways.push('alone') }),
      ),
    )
    await send('PUT', '/api/hot', { 'x-as': maya })
    await send('PUT', '/api/hot', { 'x-as': maya, 'idempotency-key': 'k' })
    await send('PUT', '/api/hot', { 'x-as': maya, 'idempotency-key': 'k' })
    expect(ways).toEqual(['grouped', 'alone'])
  })
})

test('a route of bytes gets them as they come, whatever they say they are', async () => {
  const { send } = serve(({ bytes }) => bytes(file, async (req) => ({ n: (await buffer(req.body as Readable)).length })))
  for (const type of ['image/png', 'application/json', 'text/html'])
    expect((await send('POST', '/api/file', { 'content-type': type }, '{not json')).body).toEqual({ n: 9 })
})
