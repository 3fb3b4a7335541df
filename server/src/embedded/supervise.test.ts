import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDb } from '../kernel/db.ts'
import { startWorld, type World } from '../main.ts'
import { enginesOf } from './engines.ts'
import { freePort } from './free-port.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'corefans-supervised-'))
const said: string[] = []
let world: World
let base: string

beforeAll(async () => {
  const port = await freePort()
  base = `http://localhost:${port}`
  world = await startWorld(
    { PORT: String(port), DATA_DIR: dataDir, LOG_LEVEL: 'silent', DEMO: '0', METRICS_TOKEN: 'measure-for-tests' },
    (words) => said.push(words),
  )
}, 120_000)
afterAll(async () => {
  await world?.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

type Health = { status: number | string; parts?: Record<string, string> }
const health = async (path = '/api/health'): Promise<Health & { code: number }> => {
  const answer = await fetch(base + path)
  return { code: answer.status, ...((await answer.json()) as Health) }
}
const until = (what: () => Promise<unknown>, timeout = 60_000) => expect.poll(what, { timeout, interval: 50 })
const metric = async (name: string) => {
  const text = await (await fetch(`${base}/metrics`, { headers: { authorization: 'Bearer measure-for-tests' } })).text()
  return new RegExp(`^corefans_${name} (\\d+)`, 'm').exec(text)?.[1]
}
const signUp = (handle: string) =>
  fetch(`${base}/api/accounts`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ handle, name: 'N', email: `${handle}@example.org`, password: 'a long password' }),
  })

describe('B5 a child that is killed', () => {
  test('B5 anvil comes back at the same address with its contracts, and health says meanwhile what is down', async () => {
    const { rpcUrl, contracts } = enginesOf(dataDir)?.chain ?? { rpcUrl: '', contracts: {} }
    expect(await health()).toEqual({ code: 200, status: 'ok' })
    kill('anvil')
    await until(health).toMatchObject({ code: 503, type: '/problems/http/unavailable', parts: { database: 'ok', chain: 'down' } })
    expect((await health('/api/health/live')).code).toBe(200)
    expect((await health('/api/health/ready')).code).toBe(503)
    await until(() => health()).toEqual({ code: 200, status: 'ok' })
    expect(await metric('chain_up')).toBe('1')
    const code = await fetch(rpcUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'eth_getCode', params: [contracts.payments, 'latest'] }),
    })
    expect(((await code.json()) as { result: string }).result.length).toBeGreaterThan(100)
    expect(said.join()).toContain('the embedded chain ended')
  }, 120_000)

  test('B5 the postmaster comes back at the same address with what was kept, and requests go on', async () => {
    expect((await signUp('before')).status).toBe(201)
    kill('postgres')
    await until(health).toMatchObject({ code: 503, parts: { database: 'down', chain: 'ok' } })
    expect((await health('/api/health/live')).code).toBe(200)
    await until(() => health()).toEqual({ code: 200, status: 'ok' })
    expect((await fetch(`${base}/api/profiles/before`)).status).toBe(200)
    expect((await signUp('before')).status).toBe(409)
    expect((await signUp('after')).status).toBe(201)
    expect(await metric('database_up')).toBe('1')
    // A second fall, at once: the watch goes on.
    kill('postgres')
    await until(health).toMatchObject({ code: 503 })
    await until(() => health()).toEqual({ code: 200, status: 'ok' })
    expect((await fetch(`${base}/api/profiles/after`)).status).toBe(200)
    // What tells other processes and open pages listens again too.
    const db = openDb(enginesOf(dataDir)?.databaseUrl ?? '', 1)
    const listening = () => db.sql(`select 1 from pg_stat_activity where application_name = 'corefans-bus'`)
    await until(async () => (await listening()).length).toBe(1)
    await db.close()
  }, 180_000)
})

const kill = (name: 'anvil' | 'postgres') => process.kill(world.pids()[name] as number, 'SIGKILL')
