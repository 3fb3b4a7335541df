import { once } from 'node:events'
import { type ClientRequest, type IncomingMessage, request } from 'node:http'
import { crc32, deflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { aPicture } from '../../testing/image.ts'
import { useWorld } from '../../testing/world.ts'

const world = useWorld()
const mediaRows = async () => (await world().db.sql<{ n: number }>(`select count(*)::int as n from assets where state <> 'failed'`))[0]?.n

test('a page named as a JPEG, an SVG, a shell script and nothing at all are no images, and nothing is kept of them', async () => {
  const maya = await world().person()
  const before = await mediaRows()
  for (const [bytes, type] of [
    ['<!doctype html><script>alert(1)</script>', 'image/jpeg'],
    ['<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', 'image/svg+xml'],
    ['#!/bin/sh\nrm -rf /', 'image/png'],
    ['', 'image/png'],
  ] as const) {
    const answer = await maya.upload(Buffer.from(bytes), type)
    expect([answer.status, answer.body.type]).toEqual([415, '/problems/media/not-an-image'])
  }
  expect(await mediaRows()).toBe(before)
})

test('a PNG that is cut off, or that has another file behind its first bytes, is refused; a whole one is taken', async () => {
  const maya = await world().person()
  const picture = await aPicture(10, { width: 600, height: 400 })
  for (const bytes of [
    picture.subarray(0, picture.length >> 1),
    picture.subarray(0, 20),
    Buffer.concat([picture.subarray(0, 12), Buffer.from('<html>'.repeat(100))]),
  ]) {
    const answer = await maya.upload(bytes)
    expect([answer.status, answer.body.type]).toEqual([415, '/problems/media/not-an-image'])
  }
  expect((await maya.upload(picture, 'text/html')).status).toBe(201)
})

test('a PNG of 144 megapixels in a few kilobytes is refused before it is decoded', async () => {
  const bomb = pngOf(12_000, 12_000)
  expect(bomb.length).toBeLessThan(100_000)
  const answer = await (await world().person()).upload(bomb)
  expect([answer.status, answer.body.type]).toEqual([422, '/problems/media/too-many-pixels'])
})

test('200 MB are refused while they come, in flat memory, whether announced or not', async () => {
  const maya = await world().person()
  const before = process.memoryUsage().rss
  for (const announced of [true, false]) {
    const { status, sentBytes, peakBytes } = await pour(200 * 1024 * 1024, maya.cookie, announced)
    expect(status).toBe(413)
    expect(sentBytes).toBeLessThan(100 * 1024 * 1024)
    expect(peakBytes - before).toBeLessThan(150 * 1024 * 1024)
  }
  expect((await maya.upload(await aPicture())).status).toBe(201)
})

/** A black PNG of one bit a pixel: large to decode, small to send. */
function pngOf(width: number, height: number): Buffer {
  const chunk = (name: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(name), data])
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(data.length)
    sum.writeUInt32BE(crc32(body))
    return Buffer.concat([length, body, sum])
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head[8] = 1
  const rows = deflateSync(Buffer.alloc(height * (1 + Math.ceil(width / 8))))
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    chunk('IDAT', rows),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

async function pour(bytes: number, cookie: string, announced: boolean) {
  const headers = { cookie, 'content-type': 'image/png', ...(announced ? { 'content-length': bytes } : {}) }
  const req = request(`${world().url}/api/media`, { method: 'POST', headers })
  req.on('error', () => {}) // the server hangs up on whoever goes on after its answer
  const answered = once(req, 'response') as Promise<[IncomingMessage]>
  let status = 0
  void answered.then(([response]) => {
    status = response.statusCode ?? 0
    response.resume()
  })
  const poured = await fill(req, bytes, () => status !== 0)
  await answered
  req.destroy()
  return { status, ...poured }
}

async function fill(req: ClientRequest, bytes: number, isAnswered: () => boolean) {
  const chunk = Buffer.alloc(256 * 1024)
  Buffer.from('\x89PNG\r\n\x1a\n', 'latin1').copy(chunk)
  let sentBytes = 0
  let peakBytes = 0
  while (sentBytes < bytes && !isAnswered() && !req.destroyed) {
    const goOn = req.write(chunk)
    sentBytes += chunk.length
    peakBytes = Math.max(peakBytes, process.memoryUsage().rss)
    await new Promise((done) => {
      if (goOn) return void setImmediate(done)
      req.once('drain', done)
      setTimeout(done, 200)
    })
  }
  return { sentBytes, peakBytes }
}
