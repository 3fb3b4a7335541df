import { api } from '../../lib/api.ts'
import { uploadImage } from '../../lib/upload.ts'

/** Decoding holds a whole sound in memory, so a long one goes without its waveform. */
const mostDecoded = 40 * 1024 * 1024
const bars = 120

/** Makes the still of a video, or the waveform of a sound, and gives it to the asset. What this browser cannot read goes without. */
export async function decorate(file: File, mediaId: string): Promise<void> {
  try {
    if (file.type.startsWith('video/')) await givePoster(file, mediaId)
    if (file.type.startsWith('audio/') && file.size <= mostDecoded) await givePeaks(file, mediaId)
  } catch {
    // The server says what is wrong with the file itself; a still is an extra.
  }
}

async function givePoster(file: File, mediaId: string): Promise<void> {
  const still = await stillOf(file)
  if (!still) return
  const { id } = await uploadImage(still, () => {})
  await api('PATCH /api/media/:mediaId', { mediaId, posterMediaId: id })
}

async function givePeaks(file: File, mediaId: string): Promise<void> {
  await api('PATCH /api/media/:mediaId', { mediaId, peaks: peaksOf(await samplesOf(file)) })
}

const once = (target: EventTarget, type: string): Promise<void> =>
  new Promise((resolve, reject) => {
    target.addEventListener(type, () => resolve(), { once: true })
    target.addEventListener('error', () => reject(new Error('not decoded')), { once: true })
    setTimeout(() => reject(new Error('too slow')), 15_000)
  })

/** A frame from near its beginning, where a film has left the dark; at most 1600 pixels wide. */
async function stillOf(file: File): Promise<Blob | null> {
  const url = URL.createObjectURL(file)
  const video = Object.assign(document.createElement('video'), { muted: true, preload: 'auto', src: url })
  try {
    await once(video, 'loadeddata')
    const seeked = once(video, 'seeked')
    video.currentTime = Math.min(3, (video.duration || 0) * 0.25)
    await seeked
    const scale = Math.min(1, 1_600 / Math.max(video.videoWidth, video.videoHeight))
    const canvas = Object.assign(document.createElement('canvas'), {
      width: Math.round(video.videoWidth * scale),
      height: Math.round(video.videoHeight * scale),
    })
    canvas.getContext('2d')?.drawImage(video, 0, 0, canvas.width, canvas.height)
    return await new Promise((resolve) => canvas.toBlob(resolve, 'image/webp', 0.86))
  } finally {
    URL.revokeObjectURL(url)
    video.removeAttribute('src')
  }
}

async function samplesOf(file: File): Promise<Float32Array> {
  const context = new OfflineAudioContext(1, 1, 22_050)
  return (await context.decodeAudioData(await file.arrayBuffer())).getChannelData(0)
}

/** The loudest moment of each part, 0–255, the loudest of all being 255. */
export function peaksOf(samples: Float32Array, n = bars): number[] {
  const loudest = Array.from({ length: n }, (_, i) => {
    let most = 0
    const end = Math.floor(((i + 1) * samples.length) / n)
    for (let at = Math.floor((i * samples.length) / n); at < end; at++) most = Math.max(most, Math.abs(samples[at] ?? 0))
    return most
  })
  const top = Math.max(...loudest, 0.001)
  return loudest.map((one) => Math.round((one / top) * 255))
}
