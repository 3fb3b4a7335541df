import { once } from 'node:events'
import { get, type IncomingMessage } from 'node:http'
import { beforeAll, describe, expect, test } from 'vitest'
import { aClip } from '../../testing/clips.ts'
import { aPicture } from '../../testing/image.ts'
import type { Person } from '../../testing/person.ts'
import { bring } from '../../testing/tus.ts'
import { useWorld } from '../../testing/world.ts'

const world = useWorld()
const peaks = Array.from({ length: 120 }, (_, i) => i)
let maya: Person
let fan: Person
let postId: string
let video: { id: string; url: string; posterUrl: string }
let audio: { id: string; url: string }

type Asking = { method?: 'GET' | 'HEAD'; headers?: Record<string, string> }
const ask = (who: Person, url: string, { method = 'GET', headers = {} }: Asking = {}) =>
  world().host.app.inject({ method, url, headers: { ...(who.cookie ? { cookie: who.cookie } : {}), ...headers } })
const counters = async (who: Person) => (await who.must('GET /api/profiles/:handle', { handle: who.handle })).counters

beforeAll(async () => {
  ;[maya, fan] = [await world().person(), await world().person()]
  const [film, sound] = [await bring(world(), maya, aClip()), await bring(world(), maya, aClip('rain-mixer.ogg'), 'audio/ogg')]
  const poster = (await maya.upload(await aPicture(9, { width: 640, height: 400 }))).body
  const withStill = await maya.must('PATCH /api/media/:mediaId', { mediaId: film.id, posterMediaId: poster.id, alt: 'The ferry road' })
  await maya.must('PATCH /api/media/:mediaId', { mediaId: sound.id, peaks })
  video = withStill as typeof video
  audio = sound as typeof audio
  const post = await maya.must('POST /api/posts', { text: 'secret', mediaIds: [film.id, sound.id], audience: 'followers' })
  postId = post.id
})

describe('ACC-03 a locked post with video and sound', () => {
  test('ACC-03 LAY-04 a stranger sees kinds, lengths, size and a blurred still, and nothing else of them', async () => {
    const { media, locked } = await fan.must('GET /api/posts/:postId', { postId })
    const previewUrl = video.posterUrl.replace('large', 'preview')
    expect([locked, media]).toEqual([
      true,
      [
        { kind: 'video', width: 640, height: 400, durationMs: 9_000, previewUrl },
        { kind: 'audio', durationMs: 30_014 },
      ],
    ])
    expect((await ask(fan, previewUrl)).statusCode).toBe(200)
    const open = await maya.must('GET /api/posts/:postId', { postId })
    expect(open.media).toMatchObject([
      { url: video.url, posterUrl: video.posterUrl, alt: 'The ferry road' },
      { url: audio.url, peaks },
    ])
  })

  test('ACC-02 ACC-03 each form of each address is refused to a stranger, opens with a follow, and closes with its end', async () => {
    const forms: Asking[] = [
      {},
      { method: 'HEAD' },
      { headers: { range: 'bytes=0-9' } },
      { headers: { range: 'bytes=999999999-' } },
      { headers: { range: 'bytes=0-1,5-6' } },
      { headers: { 'if-none-match': '*' } },
    ]
    const urls = [video.url, video.posterUrl, audio.url]
    const refused = async () => {
      for (const url of urls)
        for (const form of forms) {
          const { statusCode, headers } = await ask(fan, url, form)
          expect([url, form, statusCode, headers['etag'], headers['content-range']]).toEqual([url, form, 403, undefined, undefined])
        }
    }
    await refused()
    for (const url of urls) expect((await ask(world().visitor, url)).statusCode).toBe(403)
    await fan.must('PUT /api/profiles/:handle/follow', { handle: maya.handle })
    for (const url of urls) expect((await ask(fan, url, { headers: { range: 'bytes=0-9' } })).statusCode).toBe(206)
    await fan.must('DELETE /api/profiles/:handle/follow', { handle: maya.handle })
    await refused()
  })

  test('CON-02 bytes come by range, as their type and no other, and no shared cache may keep them', async () => {
    const whole = await ask(maya, video.url)
    expect(whole.headers).toMatchObject({
      'content-type': 'video/webm',
      'accept-ranges': 'bytes',
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-cache',
      vary: 'Cookie',
    })
    const size = whole.rawPayload.length
    for (const [range, start, end] of [
      ['bytes=0-', 0, size - 1],
      [`bytes=${size - 100}-`, size - 100, size - 1],
      ['bytes=1000-1999', 1_000, 1_999],
    ] as const) {
      const part = await ask(maya, video.url, { headers: { range } })
      expect([part.statusCode, part.headers['content-range']]).toEqual([206, `bytes ${start}-${end}/${size}`])
      expect(part.rawPayload.equals(whole.rawPayload.subarray(start, end + 1))).toBe(true)
    }
    expect((await ask(maya, video.url, { headers: { range: `bytes=${size}-` } })).statusCode).toBe(416)
    expect((await ask(maya, audio.url)).headers['content-type']).toBe('audio/ogg')
  })

  test('ACC-03 who loses access while the bytes flow gets no more of them', async () => {
    await fan.must('PUT /api/profiles/:handle/follow', { handle: maya.handle })
    // Larger than what sockets hold, so that it still flows when the right ends.
    const { writeFileSync } = await import('node:fs')
    const { blobKey } = await import('../media/index.ts')
    const file = `${world().config.dataDir}/media/${blobKey(video.id)}/video.webm`
    writeFileSync(file, Buffer.alloc(64 * 1024 * 1024))
    const asked = get(`${world().url}${video.url}`, { headers: { cookie: fan.cookie } })
    const [answer] = (await once(asked, 'response')) as [IncomingMessage]
    expect(answer.statusCode).toBe(200)
    // Read slowly, as somebody who watches it: the whole would take minutes.
    const sip = setInterval(() => answer.read(32_768), 50)
    const ended = new Promise<boolean>((resolve) => {
      for (const type of ['close', 'error']) answer.once(type, () => resolve(true))
    })
    await once(answer, 'readable')
    await fan.must('DELETE /api/profiles/:handle/follow', { handle: maya.handle })
    await ended
    clearInterval(sip)
    expect(answer.complete).toBe(false)
  })
})

test('PRO-02 CON-02 videos and sounds are counted with their post, through edits, deletion and its undoing, and by the recount', async () => {
  const otis = await world().person()
  const [film, sound] = [await bring(world(), otis, aClip()), await bring(world(), otis, aClip('rain-mixer.ogg'))]
  const picture = (await otis.upload(await aPicture(3))).body
  const { id } = await otis.must('POST /api/posts', { mediaIds: [picture.id, film.id, sound.id] })
  expect(await counters(otis)).toMatchObject({ posts: 1, images: 1, videos: 1, audio: 1 })
  for (const only of ['media', 'images', 'videos', 'audio'] as const)
    expect((await otis.must('GET /api/profiles/:handle/posts', { handle: otis.handle, only })).items.map((post) => post.id)).toEqual([id])
  await otis.must('DELETE /api/posts/:postId', { postId: id })
  expect(await counters(otis)).toMatchObject({ posts: 0, images: 0, videos: 0, audio: 0 })
  await otis.must('POST /api/posts/:postId/restore', { postId: id })
  expect(await counters(otis)).toMatchObject({ posts: 1, images: 1, videos: 1, audio: 1 })
  await otis.must('PATCH /api/posts/:postId', { postId: id, mediaIds: [sound.id] })
  expect(await counters(otis)).toMatchObject({ posts: 1, images: 0, videos: 0, audio: 1 })
  const recounted = (await Promise.all(world().host.recounts.map((recount) => recount({ sql: world().db.sql }, [otis.id])))).map(
    (counts) => counts.get(otis.id) ?? {},
  )
  expect(Object.assign({}, ...recounted)).toMatchObject({ posts: 1, images: 0, videos: 0, audio: 1 })
})

test('CON-02 what is on its way is attached to nothing, a still is set once and shown by its video alone, and unused media give their room back', async () => {
  const [nour, other] = [await world().person(), await world().person()]
  const film = await bring(world(), nour, aClip())
  const stills = [(await nour.upload(await aPicture(1))).body.id, (await nour.upload(await aPicture(2))).body.id] as const
  const describe = (who: Person, input: object) => who.call('PATCH /api/media/:mediaId', { mediaId: film.id, ...input })
  expect((await describe(other, { alt: 'mine' })).status).toBe(404)
  expect((await describe(nour, { posterMediaId: film.id })).status).toBe(404)
  expect((await describe(nour, { posterMediaId: stills[0] })).status).toBe(200)
  expect((await describe(nour, { posterMediaId: stills[1] })).status).toBe(404)
  expect((await nour.call('POST /api/posts', { mediaIds: [stills[0]] })).status).toBe(404)
  expect((await nour.call('PATCH /api/me/profile', { portraitMediaId: stills[0] })).status).toBe(404)
  expect((await describe(nour, { peaks: [1, 2, 300] })).status).toBe(422)
  expect((await other.call('DELETE /api/media/:mediaId', { mediaId: film.id })).status).toBe(404)
  expect((await nour.call('DELETE /api/media/:mediaId', { mediaId: film.id })).status).toBe(204)
  expect((await nour.call('GET /api/media/:mediaId', { mediaId: stills[0] })).status).toBe(404)
  const held = await bring(world(), nour, aClip('rain-mixer.ogg'))
  await nour.must('POST /api/posts', { mediaIds: [held.id] })
  expect((await nour.call('DELETE /api/media/:mediaId', { mediaId: held.id })).status).toBe(404)
})
