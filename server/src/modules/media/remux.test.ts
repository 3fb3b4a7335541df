import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  BufferSource,
  BufferTarget,
  EncodedAudioPacketSource,
  EncodedPacketSink,
  EncodedVideoPacketSource,
  Input,
  MP4,
  Mp4OutputFormat,
  Output,
} from 'mediabunny'
import { afterAll, describe, expect, test } from 'vitest'
import { aClip } from '../../testing/clips.ts'
import { remux } from './remux.ts'
import { containerFor, looksLikeAv } from './remux-rules.ts'

const directory = mkdtempSync(join(tmpdir(), 'corefans-remux-'))
afterAll(() => rmSync(directory, { recursive: true, force: true }))

let n = 0
async function made(bytes: Uint8Array) {
  const file = join(directory, `in-${n++}`)
  writeFileSync(file, bytes)
  const answer = await remux(file, directory).catch(() => ({ refused: 'broken' as const }))
  return 'file' in answer ? { ...answer, bytes: readFileSync(join(directory, answer.file)) } : answer
}

const canary = 'CANARY-52.5200-13.4050'
/** The clip as a telephone writes it: turned by 90 degrees, with a title, a place and a device in its atoms, and a page behind it. */
async function asATelephone(clip: Buffer): Promise<Buffer> {
  const input = new Input({ source: new BufferSource(clip), formats: [MP4] })
  const [video, audio] = [await input.getPrimaryVideoTrack(), await input.getPrimaryAudioTrack()]
  if (!video || !audio) throw new Error('the clip has both')
  const output = new Output({ format: new Mp4OutputFormat(), target: new BufferTarget() })
  const [film, sound] = [
    new EncodedVideoPacketSource((await video.getCodec()) ?? 'avc'),
    new EncodedAudioPacketSource((await audio.getCodec()) ?? 'opus'),
  ]
  output.addVideoTrack(film, { rotation: 90, name: canary })
  output.addAudioTrack(sound, { name: canary })
  output.setMetadataTags({ title: canary, comment: canary, raw: { '©xyz': canary, '©mod': canary } })
  await output.start()
  const [filmConfig, soundConfig] = [await video.getDecoderConfig(), await audio.getDecoderConfig()]
  for await (const packet of new EncodedPacketSink(video).packets())
    await film.add(packet, { decoderConfig: filmConfig as VideoDecoderConfig })
  for await (const packet of new EncodedPacketSink(audio).packets())
    await sound.add(packet, { decoderConfig: soundConfig as AudioDecoderConfig })
  await output.finalize()
  return Buffer.concat([Buffer.from(output.target.buffer as ArrayBuffer), Buffer.from(`<script>${canary}</script>`)])
}

describe('CON-02 what comes out of a remux', () => {
  test('CON-02 MP4, WebM and OGG keep their packets, their size and their length, and begin with what a player needs', async () => {
    const mp4 = await made(aClip('signal-fire.mp4'))
    expect(mp4).toMatchObject({ kind: 'video', contentType: 'video/mp4', width: 640, height: 400, durationMs: 9_020 })
    const text = 'bytes' in mp4 ? mp4.bytes.toString('latin1') : ''
    expect(text.indexOf('moov')).toBeLessThan(text.indexOf('mdat'))
    expect(await made(aClip())).toMatchObject({ kind: 'video', contentType: 'video/webm', width: 640, height: 400, durationMs: 9_000 })
    expect(await made(aClip('rain-mixer.ogg'))).toMatchObject({ kind: 'audio', contentType: 'audio/ogg', durationMs: 30_014 })
  })

  test('CON-02 no place, device, title, name or page of the original is in it, and a turned picture says its upright size', async () => {
    const original = await asATelephone(aClip('signal-fire.mp4'))
    expect(original.includes(canary)).toBe(true)
    const mp4 = await made(original)
    expect(mp4).toMatchObject({ kind: 'video', width: 400, height: 640 })
    expect('bytes' in mp4 && mp4.bytes.includes('CANARY')).toBe(false)
  })

  test('CON-02 a length that lies is not believed: the packets say how long it is', async () => {
    const clip = Buffer.from(aClip('signal-fire.mp4'))
    const at = clip.indexOf('mvhd')
    const isLong = clip[at + 4] === 1
    if (isLong) clip.writeBigUInt64BE(9_999_999_999n, at + 28)
    else clip.writeUInt32BE(0xfffffff0, at + 20)
    expect(await made(clip)).toMatchObject({ durationMs: 9_020 })
  })

  test('CON-02 what is cut off, empty, a page, a playlist or full of noise is refused and explains itself', async () => {
    const mp4 = aClip('signal-fire.mp4')
    const webm = aClip()
    expect(await made(Buffer.alloc(0))).toHaveProperty('refused')
    expect(await made(Buffer.from('<!doctype html><script>alert(1)</script>'))).toEqual({ refused: 'not-media' })
    expect(await made(Buffer.from('#EXTM3U\n#EXT-X-TARGETDURATION:9\nfile:///etc/passwd\n'))).toEqual({ refused: 'not-media' })
    for (const cut of [mp4.subarray(0, mp4.length >> 1), mp4.subarray(0, 40)]) expect(await made(cut)).toHaveProperty('refused')
    expect(await made(webm.subarray(0, 300))).toHaveProperty('refused')
    expect(await made(Buffer.concat([mp4.subarray(0, 32), Buffer.alloc(100_000, 0x41)]))).toHaveProperty('refused')
  })

  test('CON-02 a hundred files with bytes turned at random end, each as a file or a refusal, in flat memory', async () => {
    let seed = 20_261_128
    const random = (below: number) => {
      seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
      return seed % below
    }
    const before = process.memoryUsage().rss
    for (let i = 0; i < 100; i++) {
      const bytes = Buffer.from(aClip(['signal-fire.mp4', 'ferry-road.webm', 'rain-mixer.ogg'][i % 3]))
      // Headers lie at the beginning, and those of the MP4 at its end too.
      const near = i % 2 === 0 ? 0 : bytes.length - 4_000
      for (let k = 0; k < 12; k++) bytes[near + random(4_000)] = random(256)
      const answer = await made(bytes)
      expect('file' in answer || 'refused' in answer).toBe(true)
    }
    expect(process.memoryUsage().rss - before).toBeLessThan(400 * 1024 * 1024)
  })
})

test('CON-02 codecs that no browser plays have no container, and each that one plays has the one that holds it', () => {
  expect(containerFor('avc', 'aac', false)).toBe('mp4')
  expect(containerFor('vp8', 'vorbis', true)).toBe('webm')
  expect(containerFor('vp9', 'opus', true)).toBe('webm')
  expect(containerFor('av1', null, false)).toBe('mp4')
  expect(containerFor('vp9', 'vorbis', false)).toBe('webm')
  expect(containerFor(null, 'mp3', false)).toBe('mp3')
  expect(containerFor(null, 'pcm-s16', false)).toBe('wav')
  for (const [video, audio] of [
    ['prores', 'aac'],
    ['avc', 'ac3'],
    ['avc', 'pcm-s16'],
    ['vp8', 'aac'],
    [null, 'alac'],
    [null, null],
  ] as const)
    expect([video, audio, containerFor(video, audio, false)]).toEqual([video, audio, null])
})

test('CON-02 the first bytes tell what may be a video or a sound; pages, pictures and archives are none', () => {
  for (const clip of ['signal-fire.mp4', 'ferry-road.webm', 'rain-mixer.ogg']) expect(looksLikeAv(aClip(clip).subarray(0, 16))).toBe(true)
  for (const text of ['<!doctype html> ', 'PK\u0003\u0004 archive  ', '#EXTM3U file:///', 'GIF89a 123456789', ''])
    expect([text, looksLikeAv(Buffer.from(text, 'latin1'))]).toEqual([text, false])
})
