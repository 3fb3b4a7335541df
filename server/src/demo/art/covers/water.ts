import type { Palette } from '../palettes.ts'
import type { Random } from '../random.ts'
import { ellipse, group, path, rect, repeat, ridge, stroke } from '../svg.ts'

const width = 1312
const bottom = 428
type Draw = (random: Random, palette: Palette, sunX: number) => string

const swell = (y: number, length: number, height: number, shift: number, color: string) => {
  let d = `M${-length + shift} ${bottom}V${y}`
  for (let x = -length + shift; x < width + length; x += length) d += `q${length / 4} ${-height} ${length / 2} 0t${length / 2} 0`
  return path(`${d}V${bottom}z`, color)
}
const glitter = (random: Random, x: number, color: string) =>
  repeat(26, (i) =>
    ellipse(
      x + random.between(-1, 1) * (18 + i * 4),
      306 + i * 4.6,
      random.between(10, 46),
      1.8,
      color,
      `opacity="${random.between(0.25, 0.75).toFixed(2)}"`,
    ),
  )

/** The open sea with the sun's road on it and a small boat. */
export const sea: Draw = (random, { land, sun, sky }, sunX) => {
  const x = random.int(160, 480)
  const boat = group(
    path('M-44 0h88l-14 20h-60z', land[3]) +
      path('M-2-4v-74l40 70z', sun[0], 'opacity=".92"') +
      path('M-8-4v-58l-30 56z', sun[1], 'opacity=".8"'),
    `transform="translate(${x} 318)"`,
  )
  return (
    rect(0, 300, width, 128, land[0]) +
    rect(0, 300, width, 3, sky[3], 'opacity=".6"') +
    glitter(random, sunX, sun[1]) +
    swell(352, 220, 9, -40, `${land[1]}cc`) +
    boat +
    swell(378, 260, 12, -130, land[2]) +
    swell(404, 300, 14, -10, land[3])
  )
}

/** Great round waves, one behind the other, each with its crest of foam. */
export const waves: Draw = (random, { land, light }) =>
  repeat(5, (i) => {
    const y = 268 + i * 36
    const length = random.int(200, 330)
    const shift = -random.int(0, length)
    return swell(y - 4, length, 34 - i * 3, shift, light) + swell(y, length, 34 - i * 3, shift, land[Math.min(3, i)] ?? land[3])
  })

/** Islands on calm water, mirrored. */
export const islands: Draw = (random, { land, sun }, sunX) => {
  const island = (x: number, half: number, height: number, color: string) =>
    path(
      `M${x - half} 306q${half * 0.4} ${-height * 0.3} ${half * 0.6} ${-height * 0.8}q${half * 0.3} ${-height * 0.5} ${half * 0.7} 0q${half * 0.3} ${height * 0.6} ${half * 0.7} ${height * 0.8}z`,
      color,
    ) + ellipse(x, 309, half * 0.92, height * 0.16, color, 'opacity=".4"')
  return (
    rect(0, 304, width, 124, land[0], 'opacity=".95"') +
    glitter(random, sunX, sun[1]) +
    island(random.int(80, 260), 150, 90, land[1]) +
    island(random.int(480, 600), 90, 46, land[1]) +
    island(random.int(1080, 1240), 190, 120, land[2]) +
    ridge(random, { width, y: 402, bottom, swing: 14, steps: 4 }, land[3]) +
    repeat(16, () => stroke(`M${random.int(0, 1312)} ${random.int(410, 428)}q2-18 ${random.int(-8, 8)}-32`, land[3], 3))
  )
}
