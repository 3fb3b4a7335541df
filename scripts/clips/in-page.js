/**
 * Runs in Chromium: draws the frames of a clip over one of our scenes, makes its sound, and encodes both. What it is given
 * decides everything, so the same clip comes out again (up to the encoder's own version).
 */
const { AudioBufferSource, BufferTarget, CanvasSource, Mp4OutputFormat, OggOutputFormat, Output, WebMOutputFormat } = globalThis.mediabunny

const randomOf = (seed) => {
  let state = [...seed].reduce((hash, letter) => Math.imul(hash ^ letter.codePointAt(0), 16_777_619) >>> 0, 2_166_136_261)
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

const scales = { bright: [0, 2, 4, 7, 9], warm: [0, 3, 5, 7, 10], wide: [0, 2, 5, 7, 9] }
const hertz = (root, step) => root * 2 ** (step / 12)

/** A string that is plucked: a delay that loses its brightness (Karplus and Strong). */
function pluck(out, at, { rate, frequency, loud, random }) {
  const line = Float32Array.from({ length: Math.max(2, Math.round(rate / frequency)) }, () => random() * 2 - 1)
  const end = Math.min(out.length, at + rate * 2.5)
  for (let i = at, k = 0; i < end; i++, k = (k + 1) % line.length) {
    const next = (k + 1) % line.length
    out[i] += line[k] * loud
    line[k] = (line[k] + line[next]) * 0.4975
  }
}

function pad(out, from, seconds, { rate, frequency, loud }) {
  for (let i = 0; i < seconds * rate && from + i < out.length; i++) {
    const t = i / rate
    const swell = Math.sin((Math.PI * t) / seconds) ** 1.5
    out[from + i] += (Math.sin(2 * Math.PI * frequency * t) + 0.5 * Math.sin(2 * Math.PI * frequency * 1.003 * t)) * loud * swell
  }
}

/** Rain, wind or steam: noise through a slow low pass. */
function noise(out, { rate, loud, dark, random }) {
  let low = 0
  for (let i = 0; i < out.length; i++) {
    low += (random() * 2 - 1 - low) * dark
    out[i] += low * loud * (0.7 + 0.3 * Math.sin((2 * Math.PI * i) / (rate * 5.3)))
  }
}

function compose({ seed, seconds, sound }) {
  const [rate, random] = [48_000, randomOf(seed)]
  const out = new Float32Array(rate * seconds)
  if (sound.noise) noise(out, { rate, random, ...sound.noise })
  const scale = scales[sound.scale] ?? scales.bright
  const beat = 60 / sound.bpm
  for (let n = 0; n * beat < seconds - 0.4; n++) {
    if (n % 8 === 0 && sound.pad)
      pad(out, Math.round(n * beat * rate), beat * 8, { rate, frequency: hertz(sound.root / 2, scale[(n / 8) % 3]), loud: sound.pad })
    if (random() > sound.density) continue
    const step = scale[Math.floor(random() * scale.length)] + (random() < 0.25 ? 12 : 0)
    pluck(out, Math.round(n * beat * rate), { rate, frequency: hertz(sound.root, step), loud: 0.35 * (0.6 + random() * 0.4), random })
  }
  const edge = rate * 0.4
  const loudest = out.reduce((most, one) => Math.max(most, Math.abs(one)), 0.01)
  return out.map((one, i) => (one / loudest) * 0.8 * Math.min(1, i / edge, (out.length - i) / edge))
}

function bufferOf(samples) {
  const buffer = new AudioBuffer({ length: samples.length, numberOfChannels: 1, sampleRate: 48_000 })
  buffer.copyToChannel(samples, 0)
  return buffer
}

const peaksOf = (samples, n = 120) =>
  Array.from({ length: n }, (_, i) => {
    const part = samples.subarray(Math.floor((i * samples.length) / n), Math.floor(((i + 1) * samples.length) / n))
    return Math.min(255, Math.round(part.reduce((most, one) => Math.max(most, Math.abs(one)), 0) * 255))
  })

/** What moves over the scene. Each particle has a place, a size and a phase of its own. */
const movers = {
  rain: (g, { x, y, size, phase }, t, { w, h }) => {
    const fall = (y + t * (0.5 + size * 0.4) + phase) % 1
    g.strokeStyle = `rgba(255,255,255,${0.1 + size * 0.22})`
    g.lineWidth = 1 + size
    g.beginPath()
    g.moveTo(x * w, fall * h)
    g.lineTo(x * w - 4, fall * h + 12 + size * 14)
    g.stroke()
  },
  sparks: (g, { x, y, size, phase }, t, { w, h }) => {
    const rise = (((y - t * (0.04 + size * 0.07) + phase) % 1) + 1) % 1
    dot(
      g,
      (x + Math.sin(t * 1.4 + phase * 9) * 0.012) * w,
      rise * h,
      1 + size * 2.6,
      `rgba(255,214,150,${0.75 * Math.sin(Math.PI * rise)})`,
    )
  },
  stars: (g, { x, y, size, phase }, t, { w, h }) => {
    dot(g, x * w, y * h * 0.7, 0.6 + size * 1.5, `rgba(255,255,255,${0.25 + 0.6 * Math.abs(Math.sin(t * (0.7 + size) + phase * 7))})`)
  },
  steam: (g, { x, size, phase }, t, { w, h }) => {
    const rise = (t * 0.11 + phase) % 1
    const at = 0.42 + x * 0.16 + Math.sin(t + phase * 12 + rise * 5) * 0.03
    dot(g, at * w, (0.62 - rise * 0.5) * h, 10 + rise * 34 + size * 12, `rgba(255,255,255,${0.055 * Math.sin(Math.PI * rise)})`)
  },
}
function dot(g, x, y, r, colour) {
  g.fillStyle = colour
  g.beginPath()
  g.arc(x, y, r, 0, 2 * Math.PI)
  g.fill()
}

const particles = (seed, n) => {
  const random = randomOf(`${seed}/particles`)
  return Array.from({ length: n }, () => ({ x: random(), y: random(), size: random(), phase: random() }))
}

function drawFrame(g, { image, w, h, clip, swarm }, t) {
  const share = t / clip.seconds
  const zoom = 1.04 + 0.1 * (clip.pan.out ? 1 - share : share)
  const [dx, dy] = [clip.pan.x * (share - 0.5) * 0.06, clip.pan.y * (share - 0.5) * 0.06]
  const fit = zoom * Math.max(w / image.naturalWidth, h / image.naturalHeight)
  const [wide, high] = [image.naturalWidth * fit, image.naturalHeight * fit]
  g.drawImage(image, w * (0.5 + dx) - wide / 2, h * (0.5 + dy) - high / 2, wide, high)
  for (const one of swarm) movers[clip.moves](g, one, t, { w, h })
}

const base64 = (bytes) => btoa(Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join(''))

async function encodeSound(clip) {
  const samples = compose(clip)
  const output = new Output({ format: new OggOutputFormat(), target: new BufferTarget() })
  const source = new AudioBufferSource({ codec: 'opus', bitrate: 40_000 })
  output.addAudioTrack(source)
  await output.start()
  await source.add(bufferOf(samples))
  await output.finalize()
  return { bytes: base64(output.target.buffer), peaks: peaksOf(samples) }
}

async function encodeFilm(clip, svg) {
  const { width: w, height: h, fps } = clip
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
  await image.decode()
  const canvas = Object.assign(document.createElement('canvas'), { width: w, height: h })
  const g = canvas.getContext('2d')
  const scene = { image, w, h, clip, swarm: particles(clip.seed, clip.swarm) }
  const isMp4 = clip.file.endsWith('.mp4')
  const output = new Output({ format: isMp4 ? new Mp4OutputFormat() : new WebMOutputFormat(), target: new BufferTarget() })
  const film = new CanvasSource(canvas, { codec: isMp4 ? 'avc' : 'vp9', bitrate: clip.bitrate, keyFrameInterval: 2 })
  const sound = new AudioBufferSource({ codec: 'opus', bitrate: 32_000 })
  output.addVideoTrack(film, { frameRate: fps })
  output.addAudioTrack(sound)
  await output.start()
  let poster = ''
  for (let n = 0; n < clip.seconds * fps; n++) {
    drawFrame(g, scene, n / fps)
    if (n === Math.round(clip.seconds * fps * 0.4)) poster = canvas.toDataURL('image/webp', 0.8).split(',')[1]
    await film.add(n / fps, 1 / fps)
  }
  await sound.add(bufferOf(compose(clip)))
  await output.finalize()
  return { bytes: base64(output.target.buffer), poster }
}

globalThis.makeClip = (clip, svg) => (clip.moves ? encodeFilm(clip, svg) : encodeSound(clip))
