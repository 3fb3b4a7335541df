import type { IncomingMessage } from 'node:http'
import { expect, test } from 'vitest'
import { useWorld } from '../../testing/world.ts'
import { readConfig } from '../config.ts'
import { addressOf, believedHops } from './forwarded.ts'
import { createHttpServer } from './server.ts'

const world = useWorld()

/** The address that a server takes a caller to have, by call and by upgrade, behind proxies as the environment says. */
async function addressBehind(trust: string, forwarded: string): Promise<string> {
  const app = createHttpServer(readConfig({ TRUST_PROXY: trust, LOG_LEVEL: 'silent' }))
  app.get('/', async (req) => req.ip)
  const answer = await app.inject({ url: '/', remoteAddress: '10.0.0.1', headers: { 'x-forwarded-for': forwarded } })
  await app.close()
  const upgrade = { socket: { remoteAddress: '10.0.0.1' }, headers: { 'x-forwarded-for': forwarded } } as unknown as IncomingMessage
  expect(addressOf(upgrade, believedHops(readConfig({ TRUST_PROXY: trust }).trustProxy))).toBe(answer.body)
  return answer.body
}

test('A7 a forged X-Forwarded-For chooses no address: only what the proxies that we name have added is believed', async () => {
  expect(await addressBehind('0', '6.6.6.6')).toBe('10.0.0.1')
  expect(await addressBehind('1', '6.6.6.6, 9.9.9.9')).toBe('9.9.9.9')
  expect(await addressBehind('2', '6.6.6.6, 9.9.9.9, 10.0.0.2')).toBe('9.9.9.9')
  expect(await addressBehind('10.0.0.0/8', '6.6.6.6, 9.9.9.9, 10.0.0.2')).toBe('9.9.9.9')
  expect(await addressBehind('192.168.0.1, 10.0.0.1', '6.6.6.6, 9.9.9.9')).toBe('9.9.9.9')
  expect(await addressBehind('192.168.0.1', '9.9.9.9')).toBe('10.0.0.1')
  for (const wrong of ['yes', 'true', '-1', '10.0.0.0/33', '10.0.0', '1,2', '10.0.0.1/8/8', 'example.org'])
    expect(() => readConfig({ TRUST_PROXY: wrong })).toThrow('TRUST_PROXY')
})

test('A7 a demo world answers to its own names only, whoever asks for what', async () => {
  const ask = (host: string, url = '/api/config') => world().host.app.inject({ url, headers: { host } })
  const { port } = world().config
  for (const host of [`localhost:${port}`, `127.0.0.1:${port}`, `[::1]:${port}`]) expect((await ask(host)).statusCode).toBe(200)
  for (const host of ['evil.test', `evil.test:${port}`, 'localhost.evil.test', 'localhost@evil.test', '127.0.0.1.evil.test']) {
    const answer = await ask(host)
    expect([host, answer.statusCode, answer.json<{ type: string }>().type]).toEqual([host, 421, '/problems/http/misdirected'])
  }
})

test('A7 what the framework refuses by itself carries the headers that every answer carries', async () => {
  for (const url of ['/api/posts/%zz', '/api/nothing', '/api/config']) {
    const { headers } = await world().host.app.inject({ url })
    expect([url, headers['x-content-type-options'], headers['referrer-policy']]).toEqual([
      url,
      'nosniff',
      'strict-origin-when-cross-origin',
    ])
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
  }
})
