import { createHash, randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { aClip } from '../../testing/clips.ts'
import { begin, send, tus, tusHeaders } from '../../testing/tus.ts'
import { useWorld } from '../../testing/world.ts'

const world = useWorld()
const sha = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

test('CON-02 fifty megabytes whose sender dies at 40 % go on from what came, and are the same bytes in the end', async () => {
  const maya = await world().person()
  const bytes = Buffer.concat([aClip('rain-mixer.ogg'), randomBytes(50 * 1024 * 1024)])
  const url = (await begin(world(), maya, bytes.length, 'audio/ogg')).headers.location as string
  const file = join(world().media.blobs.uploads, url.split('/').at(-1) as string)

  // One request for all of it, as a tab sends it, whose socket is gone at 40 %.
  const headers = {
    ...tusHeaders,
    cookie: maya.cookie,
    'content-type': 'application/offset+octet-stream',
    'content-length': bytes.length,
    'upload-offset': '0',
  }
  const dying = request(`${world().url}${url}`, { method: 'PATCH', headers })
  dying.on('error', () => {})
  await new Promise((sent) => dying.write(bytes.subarray(0, Math.floor(bytes.length * 0.4)), sent))
  await expect.poll(() => readFileSync(file).length).toBeGreaterThan(0)
  const gone = new Promise((closed) => dying.once('close', closed))
  dying.destroy()
  await gone

  const stands = async () => Number((await tus(world(), maya, { method: 'HEAD', url })).headers['upload-offset'])
  await expect.poll(stands).toBeGreaterThan(0)
  const offset = await stands()
  expect(offset).toBeLessThan(bytes.length)
  // All but the last byte: with it the upload is worked on and leaves.
  const rest = await send(world(), maya, { url, offset, bytes: bytes.subarray(offset, -1) })
  expect([rest.statusCode, rest.headers['upload-offset']]).toEqual([204, String(bytes.length - 1)])
  expect(sha(readFileSync(file))).toBe(sha(bytes.subarray(0, -1)))
  expect((await send(world(), maya, { url, offset: bytes.length - 1, bytes: bytes.subarray(-1) })).statusCode).toBe(204)
  await world().settled()
  expect((await maya.must('GET /api/media/:mediaId', { mediaId: url.split('/').at(-1) as string })).state).toMatch(/ready|failed/)
})
