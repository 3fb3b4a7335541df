import { afterEach, expect, test, vi } from 'vitest'
import { capture, listDevices, wordsFor } from './devices.ts'

afterEach(() => vi.unstubAllGlobals())
const track = (kind: string) => ({ kind })
class FakeStream {
  readonly tracks: { kind: string }[]
  constructor(tracks: { kind: string }[]) {
    this.tracks = tracks
  }
  getVideoTracks = () => this.tracks.filter(({ kind }) => kind === 'video')
  getAudioTracks = () => this.tracks.filter(({ kind }) => kind === 'audio')
}
const browser = (devices: object) => {
  vi.stubGlobal('MediaStream', FakeStream)
  vi.stubGlobal('navigator', { mediaDevices: devices })
}

test('the chosen camera and microphone are asked for, and none other', async () => {
  const getUserMedia = vi.fn(async () => new FakeStream([]))
  browser({ getUserMedia })
  await capture('camera', { cameraId: 'c1', microphoneId: 'm1' })
  expect(getUserMedia.mock.calls[0]).toMatchObject([{ video: { deviceId: { exact: 'c1' } }, audio: { deviceId: { exact: 'm1' } } }])
})

test('a screen is shared without a microphone too', async () => {
  browser({
    getDisplayMedia: async () => new FakeStream([track('video')]),
    getUserMedia: async () => {
      throw new DOMException('', 'NotFoundError')
    },
  })
  const media = (await capture('screen')) as unknown as FakeStream
  expect(media.tracks).toEqual([track('video')])
})

test('devices without a name of their own are those of a page that was not let in: they are left out', async () => {
  const device = (kind: string, deviceId: string) => ({ kind, deviceId })
  browser({ enumerateDevices: async () => [device('videoinput', 'c1'), device('audioinput', ''), device('audiooutput', 'o')] })
  expect(await listDevices()).toEqual({ cameras: [device('videoinput', 'c1')], microphones: [] })
})

test.each([
  ['NotAllowedError', /Allow camera and microphone/],
  ['NotFoundError', /No camera or microphone was found/],
  ['NotReadableError', /Another program uses the camera/],
  ['SecurityError', /secure pages only/],
  ['AbortError', /did not start/],
])('%s is said in words with a way on', (name, words) => {
  expect(wordsFor(new DOMException('', name))).toMatch(words)
})

test('a page that is not secure has no devices at all', async () => {
  vi.stubGlobal('navigator', {})
  await expect(capture('camera').catch(wordsFor)).resolves.toMatch(/secure pages only/)
})
