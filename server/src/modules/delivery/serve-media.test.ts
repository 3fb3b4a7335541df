import { beforeAll, describe, expect, test } from 'vitest'
import { aPicture } from '../../testing/image.ts'
import type { Person } from '../../testing/person.ts'
import { useWorld } from '../../testing/world.ts'
import { namesTag, rangeOf } from './rules.ts'

const world = useWorld({ listen: false })
let maya: Person
let stranger: Person
let url: string
let whole: Buffer
let etag: string

type Asking = { method?: 'GET' | 'HEAD'; headers?: Record<string, string>; at?: string }
const ask = (who: Person, { method = 'GET', headers = {}, at = url }: Asking = {}) =>
  world().host.app.inject({ method, url: at, headers: { cookie: who.cookie, ...headers } })

beforeAll(async () => {
  ;[maya, stranger] = [await world().person(), await world().person()]
  const { body } = await maya.upload(await aPicture(20, { width: 400, height: 300 }))
  await maya.must('POST /api/posts', { text: 'locked', mediaIds: [body.id], audience: 'followers' })
  url = body.url
  const answer = await ask(maya)
  whole = answer.rawPayload
  etag = answer.headers.etag as string
})

describe('D4 bytes of an asset', () => {
  test('D4 a range answers 206 with its part: from the start, in the middle, open at the end, from the end, past the end', async () => {
    const size = whole.length
    for (const [range, start, end] of [
      ['bytes=0-99', 0, 99],
      ['bytes=100-199', 100, 199],
      [`bytes=${size - 10}-`, size - 10, size - 1],
      ['bytes=-7', size - 7, size - 1],
      [`bytes=5-${size * 2}`, 5, size - 1],
      [`bytes=-${size * 2}`, 0, size - 1],
    ] as const) {
      const answer = await ask(maya, { headers: { range } })
      expect([range, answer.statusCode, answer.headers['content-range']]).toEqual([range, 206, `bytes ${start}-${end}/${size}`])
      expect(answer.headers['content-length']).toBe(String(end - start + 1))
      expect(answer.rawPayload.equals(whole.subarray(start, end + 1))).toBe(true)
    }
  })

  test('D4 a range past the file is 416 with its size; ranges that we do not serve, and none, are the whole file', async () => {
    for (const range of [`bytes=${whole.length}-`, 'bytes=-0', `bytes=${'9'.repeat(15)}-`]) {
      const answer = await ask(maya, { headers: { range } })
      expect([range, answer.statusCode, answer.headers['content-range']]).toEqual([range, 416, `bytes */${whole.length}`])
      expect(answer.json()).toMatchObject({ type: '/problems/media/no-such-range', status: 416 })
    }
    for (const range of ['bytes=0-1,5-6', 'bytes=9-3', 'bytes=-', 'bytes=a-b', 'pages=1-2', `bytes=${'9'.repeat(16)}-`]) {
      const answer = await ask(maya, { headers: { range } })
      expect([range, answer.statusCode, answer.rawPayload.equals(whole)]).toEqual([range, 200, true])
    }
    expect((await ask(maya)).headers).toMatchObject({ 'accept-ranges': 'bytes', 'content-length': String(whole.length) })
  })

  test('D4 HEAD says what GET would, without the bytes, whatever range it names', async () => {
    for (const headers of [{}, { range: 'bytes=0-9' }] as Record<string, string>[]) {
      const answer = await ask(maya, { method: 'HEAD', headers })
      expect([answer.statusCode, answer.rawPayload.length]).toEqual([200, 0])
      expect(answer.headers).toMatchObject({
        etag,
        'accept-ranges': 'bytes',
        'content-type': 'image/webp',
        'content-length': String(whole.length),
      })
    }
  })

  test('D4 what somebody has already is 304, by GET and HEAD, before any range; a range of another version is the whole file', async () => {
    for (const named of [etag, `W/${etag}`, `"other", ${etag}`, '*'])
      for (const method of ['GET', 'HEAD'] as const) {
        const answer = await ask(maya, { method, headers: { 'if-none-match': named, range: 'bytes=0-9' } })
        expect([named, method, answer.statusCode, answer.rawPayload.length]).toEqual([named, method, 304, 0])
        expect(answer.headers.etag).toBe(etag)
      }
    expect((await ask(maya, { headers: { 'if-none-match': '"other"' } })).statusCode).toBe(200)
    const ranged = async (ifRange: string) => (await ask(maya, { headers: { range: 'bytes=0-9', 'if-range': ifRange } })).statusCode
    expect([await ranged(etag), await ranged('"other"'), await ranged(`W/${etag}`)]).toEqual([206, 200, 200])
  })

  test('D4 a stranger is refused in each form, and told nothing of the file', async () => {
    const forms: Asking[] = [
      {},
      { method: 'HEAD' },
      { headers: { range: 'bytes=0-9' } },
      { headers: { range: `bytes=${whole.length}-` } },
      { headers: { 'if-none-match': etag } },
      { headers: { 'if-none-match': '*' } },
      { method: 'HEAD', headers: { 'if-none-match': etag } },
      { headers: { range: 'bytes=0-9', 'if-range': etag } },
    ]
    for (const form of forms) {
      const answer = await ask(stranger, form)
      expect([form, answer.statusCode]).toEqual([form, 403])
      for (const header of ['etag', 'content-range', 'accept-ranges']) expect(answer.headers[header]).toBeUndefined()
    }
    const preview = url.replace('large', 'preview')
    expect((await ask(stranger, { at: preview, headers: { range: 'bytes=0-9' } })).statusCode).toBe(206)
    await stranger.must('PUT /api/profiles/:handle/follow', { handle: maya.handle })
    expect((await ask(stranger, { headers: { range: 'bytes=0-9' } })).statusCode).toBe(206)
    await stranger.must('DELETE /api/profiles/:handle/follow', { handle: maya.handle })
    expect((await ask(stranger, { headers: { range: 'bytes=10-19' } })).statusCode).toBe(403)
  })

  test('D4 names that no asset has, and assets that are not ready, are nobody’s', async () => {
    const id = url.split('/')[2] as string
    for (const name of ['huge.webp', 'large', '..%2Flarge.webp', 'LARGE.webp', 'a'.repeat(200)])
      expect([name, (await ask(maya, { at: `/media/${id}/${name}` })).statusCode]).toEqual([name, name === 'large' ? 200 : 404])
    const { body } = await maya.upload(await aPicture(21))
    expect((await ask(maya, { at: body.url })).statusCode).toBe(200)
    await world().db.sql(`update assets set state = 'processing' where id = $1`, [body.id])
    expect((await ask(maya, { at: body.url })).statusCode).toBe(404)
  })
})

test('D4 headers of any shape are judged without a fault', () => {
  expect(rangeOf(undefined, 10)).toBe('whole')
  expect(rangeOf('bytes=0-0', 1)).toEqual({ start: 0, end: 0 })
  expect(rangeOf('bytes=-5', 0)).toBeNull()
  expect(rangeOf('bytes=0-', 0)).toBeNull()
  expect(namesTag(undefined, '"a"')).toBe(false)
  expect(namesTag('', '"a"')).toBe(false)
  expect(namesTag('"ab"', '"a"')).toBe(false)
})
