import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { aClip } from '../../testing/clips.ts'
import { aPicture } from '../../testing/image.ts'
import type { Person } from '../../testing/person.ts'
import { begin, bring, send, tus } from '../../testing/tus.ts'
import { useWorld } from '../../testing/world.ts'

const world = useWorld({ listen: false })
const idOf = (url: string) => url.split('/').at(-1) as string
const stateOf = async (who: Person, url: string) => (await who.call('GET /api/media/:mediaId', { mediaId: idOf(url) })).body
const fileOf = (url: string) => join(world().media.blobs.uploads, idOf(url))

describe('CON-02 uploads in pieces', () => {
  test('CON-02 a video comes in pieces, is remuxed, and its owner sees each state; nobody else sees it at all', async () => {
    const [maya, stranger] = [await world().person(), await world().person()]
    const clip = aClip()
    const begun = await begin(world(), maya, clip.length)
    expect([begun.statusCode, begun.headers['tus-resumable']]).toEqual([201, '1.0.0'])
    const url = begun.headers.location as string
    expect(url).toMatch(/^\/api\/uploads\/[0-9a-f-]{36}$/)
    expect(await stateOf(maya, url)).toMatchObject({ kind: 'video', state: 'uploading' })
    expect((await stateOf(stranger, url)).type).toBe('/problems/media/unknown')
    const part = await send(world(), maya, { url, offset: 0, bytes: clip.subarray(0, 100_000) })
    expect([part.statusCode, part.headers['upload-offset']]).toEqual([204, '100000'])
    const asked = await tus(world(), maya, { method: 'HEAD', url })
    expect([asked.statusCode, asked.headers['upload-offset'], asked.headers['upload-length']]).toEqual([200, '100000', String(clip.length)])
    expect((await send(world(), maya, { url, offset: 100_000, bytes: clip.subarray(100_000) })).statusCode).toBe(204)
    await world().settled()
    expect(await stateOf(maya, url)).toMatchObject({ kind: 'video', state: 'ready', width: 640, height: 400, durationMs: 9_000 })
    expect(existsSync(fileOf(url))).toBe(false)
  })

  test('CON-02 whoever is not its owner may not ask, add to or end an upload; a visitor signs in first', async () => {
    const [maya, stranger] = [await world().person(), await world().person()]
    const url = (await begin(world(), maya, 1_000)).headers.location as string
    for (const method of ['HEAD', 'DELETE'] as const) expect((await tus(world(), stranger, { method, url })).statusCode).toBe(404)
    expect((await send(world(), stranger, { url, offset: 0, bytes: Buffer.alloc(10) })).statusCode).toBe(404)
    expect((await begin(world(), world().visitor, 1_000)).json().type).toBe('/problems/http/sign-in-required')
    expect((await send(world(), world().visitor, { url, offset: 0, bytes: Buffer.alloc(10) })).statusCode).toBe(401)
    expect((await tus(world(), maya, { method: 'HEAD', url })).headers['upload-offset']).toBe('0')
    expect((await tus(world(), maya, { method: 'DELETE', url })).statusCode).toBe(204)
    expect([(await stateOf(maya, url)).type, existsSync(fileOf(url))]).toEqual(['/problems/media/unknown', false])
  })

  test('CON-02 an offset that is not where the upload stands is 409, and nothing is written; so is the second of two at once', async () => {
    const maya = await world().person()
    const clip = aClip()
    const url = (await begin(world(), maya, clip.length)).headers.location as string
    const early = await send(world(), maya, { url, offset: 5, bytes: clip.subarray(5, 10) })
    expect([early.statusCode, early.json().type]).toEqual([409, '/problems/media/offset-conflict'])
    const both = await Promise.all([
      send(world(), maya, { url, offset: 0, bytes: clip.subarray(0, 50_000) }),
      send(world(), maya, { url, offset: 0, bytes: clip.subarray(0, 50_000) }),
    ])
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([204, 409])
    expect((await tus(world(), maya, { method: 'HEAD', url })).headers['upload-offset']).toBe('50000')
    const more = await send(world(), maya, { url, offset: 50_000, bytes: Buffer.alloc(clip.length) })
    expect([more.statusCode, more.json().type]).toEqual([413, '/problems/media/upload-too-large'])
  })

  test('CON-02 more than four gigabytes, more than the account has room for, no size and another protocol are refused before a byte', async () => {
    const maya = await world().person()
    const twelve = await begin(world(), maya, 12 * 1024 ** 3)
    expect([twelve.statusCode, twelve.json().type]).toEqual([413, '/problems/media/upload-too-large'])
    const four = 4 * 1024 ** 3
    // Fifty gigabytes hold twelve of these, whoever announces them at once.
    const many = await Promise.all(Array.from({ length: 16 }, () => begin(world(), maya, four)))
    expect(many.filter(({ statusCode }) => statusCode === 201)).toHaveLength(12)
    expect(many.find(({ statusCode }) => statusCode !== 201)?.json()).toMatchObject({ type: '/problems/media/no-room', status: 413 })
    const unsized = await tus(world(), maya, { method: 'POST', headers: { 'upload-defer-length': '1' } })
    expect([unsized.statusCode, unsized.json().type]).toEqual([400, '/problems/http/bad-request'])
    const foreign = await tus(world(), maya, { method: 'POST', headers: { 'tus-resumable': '0.9.0', 'upload-length': '1' } })
    expect([foreign.statusCode, foreign.json().type, foreign.headers['tus-version']]).toEqual([412, '/problems/media/not-tus', '1.0.0'])
  })

  test('CON-02 a page, a script and a playlist under any name are refused at the second piece; what was whole at once fails with the reason', async () => {
    const maya = await world().person()
    const page = Buffer.from(`<!doctype html><script>alert(1)</script>${' '.repeat(200)}`)
    const url = (await begin(world(), maya, page.length)).headers.location as string
    expect((await send(world(), maya, { url, offset: 0, bytes: page.subarray(0, 100) })).statusCode).toBe(204)
    const second = await send(world(), maya, { url, offset: 100, bytes: page.subarray(100) })
    expect([second.statusCode, second.json().type]).toEqual([415, '/problems/media/not-media'])
    expect(await stateOf(maya, url)).toMatchObject({ state: 'failed', failure: { type: '/problems/media/not-media' } })
    for (const bytes of [page.subarray(0, 20), Buffer.from('#EXTM3U\nfile:///etc/passwd\n'), Buffer.from('ID3')]) {
      const whole = (await begin(world(), maya, bytes.length)).headers.location as string
      await send(world(), maya, { url: whole, offset: 0, bytes })
      await world().settled()
      expect(await stateOf(maya, whole)).toMatchObject({ state: 'failed', failure: { type: '/problems/media/not-media' } })
    }
    const empty = (await begin(world(), maya, 0)).headers.location as string
    await world().settled()
    expect(await stateOf(maya, empty)).toMatchObject({ state: 'failed', failure: { type: '/problems/media/not-media' } })
  })

  test('CON-02 a picture that comes in pieces is a picture like any other', async () => {
    const maya = await world().person()
    const made = await bring(world(), maya, await aPicture(50, { width: 300, height: 200 }), 'image/png')
    expect(made).toMatchObject({ kind: 'image', state: 'ready', width: 300, height: 200 })
    expect((await maya.get(made.url as string)).status).toBe(200)
  })
})
