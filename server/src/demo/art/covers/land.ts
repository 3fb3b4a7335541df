import type { Palette } from '../palettes.ts'
import type { Random } from '../random.ts'
import { circle, group, path, rect, repeat, ridge, stroke } from '../svg.ts'

const width = 1312
const bottom = 428
type Draw = (random: Random, palette: Palette) => string

const towers = (random: Random, color: string, light: string, size: { top: number; low: number; min: number; max: number }) => {
  let out = ''
  for (let x = -10; x < width; ) {
    const w = random.between(size.min, size.max)
    const y = random.between(size.top, size.low)
    out += rect(x, y, w, bottom - y, color, random.chance(0.3) ? 'rx="4"' : '')
    if (random.chance(0.2)) out += rect(x + w / 2 - 1.5, y - 22, 3, 24, color)
    out += repeat(random.int(0, 7), () =>
      rect(x + random.between(5, w - 10), y + random.between(10, 90), 4, 6, light, `opacity="${random.between(0.35, 0.9).toFixed(2)}"`),
    )
    x += w + random.between(-3, 9)
  }
  return out
}

/** Three rows of a town against the sun. */
export const skyline: Draw = (random, { land, light }) =>
  towers(random, land[0], light, { top: 200, low: 310, min: 28, max: 66 }) +
  towers(random, land[1], light, { top: 240, low: 345, min: 34, max: 80 }) +
  ridge(random, { width, y: 370, bottom, swing: 10, steps: 5 }, land[2]) +
  ridge(random, { width, y: 400, bottom, swing: 8, steps: 4 }, land[3])

const peaks = (random: Random, color: string, y: number, height: number, snow: string) => {
  let land = `M0 ${bottom}V${y}`
  let caps = ''
  for (let x = -60; x < width + 60; ) {
    const half = random.between(70, 150)
    const top = y - random.between(height * 0.45, height)
    land += `L${x.toFixed(0)} ${y}L${(x + half).toFixed(0)} ${top.toFixed(0)}L${(x + half * 2).toFixed(0)} ${y}`
    const slope = (y - top) / half
    const cut = half * 0.26
    const cx = x + half
    caps += path(
      `M${cx} ${top}L${cx + cut} ${top + cut * slope}L${cx + cut * 0.4} ${top + cut * slope * 0.75}L${cx} ${top + cut * slope * 1.1}L${cx - cut * 0.45} ${top + cut * slope * 0.75}L${cx - cut} ${top + cut * slope}z`,
      snow,
      'opacity=".55"',
    )
    x += half * random.between(1.1, 1.6)
  }
  return path(`${land}L${width} ${bottom}z`, color) + caps
}

/** Two chains of peaks and a quiet valley. */
export const mountains: Draw = (random, { land, light }) =>
  peaks(random, land[0], 330, 190, light) +
  peaks(random, land[1], 370, 130, land[0]) +
  ridge(random, { width, y: 360, bottom, swing: 22, steps: 5 }, land[2]) +
  ridge(random, { width, y: 398, bottom, swing: 14, steps: 4 }, land[3])

const fir = (x: number, foot: number, height: number, color: string) =>
  repeat(4, (i) => {
    const y = foot - height * (0.1 + i * 0.2)
    const half = height * (0.27 - i * 0.05)
    return path(`M${x - half} ${y}L${x} ${y - height * 0.34}L${x + half} ${y}z`, color)
  }) + rect(x - 3, foot - height * 0.14, 6, height * 0.16, color)
const firs = (random: Random, color: string, foot: number, [min, max]: readonly [number, number]) => {
  let out = ''
  for (let x = -20; x < width + 20; x += random.between(max * 0.22, max * 0.5))
    out += fir(Math.round(x), foot + random.between(-6, 8), random.between(min, max), color)
  return out
}

/** A fir forest in three depths with mist between. */
export const forest: Draw = (random, { land, sky }) =>
  ridge(random, { width, y: 300, bottom, swing: 26, steps: 5 }, land[0]) +
  firs(random, land[0], 318, [50, 95]) +
  rect(0, 290, width, 60, sky[3], 'opacity=".12"') +
  firs(random, land[1], 372, [80, 140]) +
  rect(0, 350, width, 78, sky[3], 'opacity=".1"') +
  firs(random, land[3], 432, [110, 190])

/** Dunes with a far caravan of palms. */
export const dunes: Draw = (random, { land }) => {
  const palm = (x: number, y: number, s: number) =>
    group(
      stroke('M0 0c4-20 2-40 8-58', land[2], 5) +
        repeat(6, (i) =>
          stroke(
            `M8-58q${Math.cos(i * 1.05) * 20} ${-16 + Math.sin(i * 1.05) * 8} ${Math.cos(i * 1.05) * 34} ${Math.sin(i * 1.05) * 16}`,
            land[2],
            5,
          ),
        ),
      `transform="translate(${x} ${y}) scale(${s})"`,
    )
  const x = random.int(120, 420)
  const curve = (y: number, peak: number, at: number, color: string, shade: string) =>
    path(`M0 ${bottom}V${y}Q${at * 0.6} ${y} ${at} ${peak}Q${at + 240} ${y + 10} ${width} ${y - 10}V${bottom}z`, color) +
    path(
      `M${at} ${peak}Q${at + 60} ${y} ${at - 60} ${bottom}H${width}V${y - 10}Q${at + 240} ${y + 10} ${at} ${peak}z`,
      shade,
      'opacity=".55"',
    )
  return (
    curve(320, 268, random.int(800, 1000), land[0], land[1]) +
    palm(x, 326, 1) +
    palm(x + 46, 330, 0.8) +
    palm(x - 40, 329, 0.65) +
    curve(360, 304, random.int(300, 560), land[1], land[2]) +
    curve(400, 360, random.int(840, 1080), land[2], land[3])
  )
}

/** Rolling hills with round trees, a house and a lit window. */
export const hills: Draw = (random, { land, light }) => {
  const tree = (y: number, color: string) => {
    const x = random.between(0, width)
    const r = random.between(14, 30)
    return rect(x - 2.5, y, 5, r * 1.6, land[3]) + circle(x, y, r, color) + circle(x + r * 0.6, y + r * 0.4, r * 0.7, color)
  }
  const x = random.int(180, 520)
  const host =
    rect(x, 306, 74, 44, land[3]) +
    path(`M${x - 10} 308l47-34 47 34z`, land[2]) +
    rect(x + 14, 318, 14, 16, light) +
    rect(x + 46, 318, 14, 16, light) +
    rect(x + 52, 276, 9, 22, land[2])
  return (
    ridge(random, { width, y: 300, bottom, swing: 40, steps: 4 }, land[0]) +
    repeat(9, () => tree(random.between(290, 318), land[1])) +
    ridge(random, { width, y: 342, bottom, swing: 18, steps: 4 }, land[1]) +
    host +
    repeat(7, () => tree(random.between(338, 360), land[2])) +
    ridge(random, { width, y: 392, bottom, swing: 14, steps: 5 }, land[3])
  )
}
