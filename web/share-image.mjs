// Draws the picture that other sites show for a link to us: the night, its rings and the mark. No library: a PNG is a few chunks.
import { crc32, deflateSync } from 'node:zlib'

const [width, height] = [1200, 630]
const night = [26, 8, 20]
const core = [255, 176, 74]
const ember = [214, 52, 22]
const plum = [92, 16, 52]

const mix = (from, to, share) => from.map((value, i) => value + (to[i] - value) * Math.min(1, Math.max(0, share)))
/** How much of a pixel lies on a line of the given half width. */
const on = (distance, half) => Math.min(1, Math.max(0, half + 0.75 - Math.abs(distance)))
const angleOf = (x, y) => Math.abs(Math.atan2(y, x))

/** The mark in the middle: two open rings around a core, with the wider rings of the night behind it. */
function pixel(x, y) {
  const [dx, dy] = [x - width / 2, y - height / 2]
  const far = Math.hypot(dx, dy)
  const sky = mix(mix(night, plum, 1 - far / 720), ember, Math.max(0, 0.42 - far / 900))
  const warm = mix(core, ember, (dx + dy + 240) / 480)
  const wide = Math.max(0, 1 - far / 640) * 0.28 * on(((far + 30) % 62) - 31, 1.2)
  const outer = far > 110 ? on(far - 170, 28) * (angleOf(dx, dy) > 0.64 ? 1 : 0) : 0
  const inner = on(far - 92, 20) * (angleOf(dx, dy) > 0.7 ? 0.62 : 0)
  const heart = on(far, 37)
  const behind = far > 220 ? mix(sky, [255, 214, 170], wide) : sky
  return mix(behind, warm, Math.max(outer, inner, heart))
}

const chunk = (name, data) => {
  const body = Buffer.concat([Buffer.from(name), data])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.length, 0)
  frame.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
}

/** A PNG of 1200 × 630, the size that every network shows whole. */
export function shareImage() {
  const rows = Buffer.alloc(height * (1 + width * 3))
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) rows.set(pixel(x, y).map(Math.round), y * (1 + width * 3) + 1 + x * 3)
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 2, 0, 0, 0], 8)
  const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10])
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', deflateSync(rows, { level: 9 })), chunk('IEND', Buffer.alloc(0))])
}
