import { afterAll, describe, expect, test } from 'vitest'
import { readConfig } from '../config.ts'
import { Outage } from '../errors.ts'
import { http } from '../problems.ts'
import { createHttpServer } from './server.ts'

const app = createHttpServer(readConfig({ LOG_LEVEL: 'silent' }))
app.post('/echo', async (req) => ({ got: req.body ?? null }))
app.get('/throws/:what', async (req) => {
  const { what } = req.params as { what: string }
  if (what === 'fault') throw new Error('insert into secrets violates check constraint')
  if (what === 'outage') throw new Outage('the chain', new Error('connect 10.1.2.3:8545'))
  if (what === 'full') throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' })
  throw http['not-allowed']({ why: what })
})
afterAll(() => app.close())

const send = async (body: string | Buffer, type = 'application/json') => {
  const answer = await app.inject({ method: 'POST', url: '/echo', headers: { 'content-type': type }, payload: body })
  return { status: answer.statusCode, type: answer.headers['content-type'], body: answer.json<Record<string, unknown>>() }
}
const problem = (status: number, name: string) => ({
  status,
  type: expect.stringContaining('application/problem+json'),
  body: expect.objectContaining({ type: `/problems/http/${name}`, status }),
})

describe('a body', () => {
  test('is JSON in UTF-8; an empty one is none', async () => {
    expect((await send('{"a":"é"}')).body).toEqual({ got: { a: 'é' } })
    expect((await send('')).body).toEqual({ got: null })
  })

  test.each([
    ['half an object', '{"a":', 400, 'bad-json'],
    ['not UTF-8', Buffer.from([0x22, 0xff, 0xfe, 0x22]), 400, 'bad-json'],
    ['more than 64 KiB', `"${'x'.repeat(65 * 1024)}"`, 413, 'too-large'],
  ])('of %s is refused', async (_what, body, status, name) => {
    expect(await send(body)).toMatchObject(problem(status, name))
  })

  test('of another type is refused, forms of other sites too', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])
      expect(await send('a=1', type)).toMatchObject(problem(415, 'unsupported-media-type'))
  })
})

describe('an answer to what went wrong', () => {
  const ask = async (url: string) => {
    const answer = await app.inject(url)
    return { status: answer.statusCode, type: answer.headers['content-type'], body: answer.json<Record<string, unknown>>() }
  }

  test('is a problem that names the address, for what is not there and for what cannot be read', async () => {
    expect(await ask('/nothing/here?q=1')).toMatchObject(problem(404, 'unknown'))
    expect(await ask('/throws/%zz')).toMatchObject(problem(400, 'bad-request'))
    expect((await ask('/throws/held')).body).toMatchObject({ status: 403, why: 'held', instance: '/throws/held' })
  })

  test('tells nothing of our insides', async () => {
    expect(await ask('/throws/fault')).toMatchObject(problem(500, 'fault'))
    expect(await ask('/throws/outage')).toMatchObject(problem(503, 'unavailable'))
    expect(await ask('/throws/full')).toMatchObject(problem(507, 'storage-full'))
    for (const what of ['fault', 'outage', 'full'])
      expect(JSON.stringify((await ask(`/throws/${what}`)).body)).not.toMatch(/secrets|constraint|10\.1\.2\.3|device|chain/)
  })
})
