import type { Palette } from '../palettes.ts'
import type { Random } from '../random.ts'
import { circle, group, n, path, rect, repeat, ridge, stroke } from '../svg.ts'

const width = 1312
const bottom = 428
type Draw = (random: Random, palette: Palette, sunX: number) => string

/** Sound as a skyline: bars of an equaliser, brighter near the sun. */
export const equaliser: Draw = (random, { land, light, sun }, sunX) => {
  const bar = (i: number) => {
    const x = i * 24 + 6
    const near = Math.exp(-(((x - sunX) / 300) ** 2))
    const h = 26 + random.between(10, 70) + near * random.between(40, 130)
    return (
      rect(x, 400 - h, 15, h, near > 0.45 ? sun[2] : land[0], `rx="7.500" opacity="${n(0.45 + near * 0.5)}"`) +
      rect(x, 400 - h * 0.62, 15, h * 0.62, land[1], 'rx="7.500"') +
      circle(x + 7.5, 400 - h - 12, 3.4, light, `opacity="${n(0.3 + near * 0.6)}"`)
    )
  }
  return ridge(random, { width, y: 330, bottom, swing: 24, steps: 5 }, land[1]) + repeat(55, bar) + rect(0, 392, width, 36, land[3])
}

/** A floor of light that runs to the horizon, for those who live in the net. */
export const grid: Draw = (random, { land, light }, sunX) =>
  ridge(random, { width, y: 296, bottom, swing: 30, steps: 9 }, land[1]) +
  rect(0, 312, width, 116, land[3]) +
  repeat(41, (i) => stroke(`M${sunX + (i - 20) * 26} 312L${sunX + (i - 20) * 150} ${bottom}`, light, 1.4, 'opacity=".55"')) +
  repeat(9, (i) => stroke(`M0 ${n(312 + 1.4 * i ** 2 + i * 2)}H${width}`, light, 1 + i * 0.18, 'opacity=".6"')) +
  repeat(10, () => {
    const x = random.int(20, 1290)
    const h = random.int(20, 76)
    return rect(x, 312 - h, 18, h, land[2]) + rect(x, 312 - h, 18, 2, light)
  })

const ribbon = (random: Random, color: string, y: number) => {
  const a = y + random.between(-40, 40)
  const b = y + random.between(-50, 50)
  const d = `M-20 ${n(a)}C300 ${n(b - 90)} 560 ${n(b + 70)} 800 ${n(a - 20)}S1200 ${n(b - 60)} 1340 ${n(a)}`
  return repeat(7, (i) => stroke(d, color, 5 + i * 13, `opacity="${n(0.3 - i * 0.035)}" transform="translate(0 ${-i * 6})"`))
}

/** Northern lights over a low forest. */
export const aurora: Draw = (random, { land, light }) =>
  ribbon(random, '#3ddc8b', 150) +
  ribbon(random, light, 110) +
  ribbon(random, '#ff7aa8', 190) +
  ridge(random, { width, y: 330, bottom, swing: 30, steps: 6 }, land[1]) +
  group(
    repeat(70, (i) => path(`M${i * 19 - 10} 430l9-${random.int(40, 90)} 9 ${random.int(40, 90)}z`, land[3])) +
      rect(0, 412, width, 16, land[3]),
  )

/** Paper lanterns that rise over the roofs. */
export const lanterns: Draw = (random, { land, light, sun }) => {
  const lantern = () => {
    const s = random.between(0.4, 1.3)
    return group(
      circle(0, 0, 34, light, 'opacity=".14"') +
        path('M-11-14h22l4 26h-30z', sun[2]) +
        path('M-11-14h22l1 8h-24z', sun[1]) +
        rect(-8, 12, 16, 3, land[2]),
      `transform="translate(${random.int(0, 1312)} ${random.int(30, 300)}) scale(${s.toFixed(2)})"`,
    )
  }
  const roof = (i: number) => {
    const x = i * 110 - 40 + random.int(-12, 12)
    const y = random.int(320, 368)
    return (
      rect(x + 10, y, 110, 110, land[i % 2 ? 2 : 3]) +
      path(`M${x - 8} ${y + 4}q36-4 50-34h46q14 30 50 34z`, land[i % 2 ? 1 : 2]) +
      rect(x + 34, y + 18, 16, 20, light, 'opacity=".85"') +
      rect(x + 74, y + 18, 16, 20, light, `opacity="${random.chance(0.6) ? 0.85 : 0.15}"`)
    )
  }
  return repeat(26, lantern) + repeat(13, roof) + rect(0, 414, width, 14, land[3])
}
