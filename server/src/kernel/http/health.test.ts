import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import type { Sql } from '../db.ts'
import { healthOf } from './health.ts'

const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) server.close()
})

/** A node that answers so; counts how often it was asked. */
async function aNode(answer: string) {
  const asked = { times: 0 }
  const server = createServer((_req, res) => {
    asked.times += 1
    res.end(answer)
  })
  servers.push(server)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return { asked, rpcUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}
const block = '{"jsonrpc":"2.0","id":1,"result":"0x10"}'
const sql = (async () => [{ one: 1 }]) as unknown as Sql
const noSql = (async () => Promise.reject(new Error('gone'))) as unknown as Sql

describe('B5 health', () => {
  test('is ok while every part answers', async () => {
    const health = healthOf({ sql, rpcUrl: (await aNode(block)).rpcUrl })
    expect([await health.ready(), await health.live(), await health.up('database'), await health.up('chain')]).toEqual([
      { status: 'ok' },
      { status: 'ok' },
      1,
      1,
    ])
  })

  test('names the part that is down, and when to ask again; the process itself still lives', async () => {
    const health = healthOf({ sql: noSql, rpcUrl: (await aNode(block)).rpcUrl })
    await expect(health.ready()).rejects.toMatchObject({
      code: 'http/unavailable',
      status: 503,
      meta: { parts: { database: 'down', chain: 'ok' }, retryAfterS: 2 },
    })
    expect([await health.live(), await health.up('database'), await health.up('chain')]).toEqual([{ status: 'ok' }, 0, 1])
  })

  test.each([
    ['an error', '{"jsonrpc":"2.0","id":1,"error":{"code":-32603,"message":"no"}}'],
    ['a page of a proxy', '<html>502</html>'],
    ['nothing', ''],
  ])('a chain that answers %s is down', async (_what, answer) => {
    const health = healthOf({ sql, rpcUrl: (await aNode(answer)).rpcUrl })
    await expect(health.ready()).rejects.toMatchObject({ meta: { parts: { database: 'ok', chain: 'down' } } })
  })

  test('a chain that refuses the connection is down', async () => {
    const health = healthOf({ sql, rpcUrl: 'http://127.0.0.1:1' })
    expect(await health.up('chain')).toBe(0)
  })

  test('monitors that ask together cost one question', async () => {
    const { asked, rpcUrl } = await aNode(block)
    const health = healthOf({ sql, rpcUrl })
    await Promise.all(Array.from({ length: 20 }, () => health.ready()))
    expect(asked.times).toBe(1)
  })
})
