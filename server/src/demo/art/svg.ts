import type { Random } from './random.ts'

/** A number as SVG likes it: one decimal, no noise. */
export const n = (value: number) => String(Math.round(value * 10) / 10)

/** A whole picture; `viewBox` is its own coordinate system, cut to the size from the middle. */
export const svg = (size: { width: number; height: number }, viewBox: { width: number; height: number }, body: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}" viewBox="0 0 ${viewBox.width} ${viewBox.height}" preserveAspectRatio="xMidYMid slice">${body}</svg>`

/** A disc; `more` is any other attribute, here and below. */
export const circle = (cx: number, cy: number, r: number, fill: string, more = '') =>
  `<circle cx="${n(cx)}" cy="${n(cy)}" r="${n(r)}" fill="${fill}" ${more}/>`
/** A disc with two radii. */
export const ellipse = (cx: number, cy: number, rx: number, ry: number, fill: string, more = '') =>
  `<ellipse cx="${n(cx)}" cy="${n(cy)}" rx="${n(rx)}" ry="${n(ry)}" fill="${fill}" ${more}/>`
/** A rectangle from its upper left corner. */
export const rect = (x: number, y: number, w: number, h: number, fill: string, more = '') =>
  `<rect x="${n(x)}" y="${n(y)}" width="${n(w)}" height="${n(h)}" fill="${fill}" ${more}/>`
/** A filled outline. */
export const path = (d: string, fill: string, more = '') => `<path d="${d}" fill="${fill}" ${more}/>`
/** A round-ended line along a path. */
export const stroke = (d: string, color: string, width: number, more = '') =>
  `<path d="${d}" fill="none" stroke="${color}" stroke-width="${n(width)}" stroke-linecap="round" stroke-linejoin="round" ${more}/>`
/** Several shapes moved, turned or faded together. */
export const group = (body: string, more = '') => `<g ${more}>${body}</g>`
/** The same drawing `count` times. */
export const repeat = (count: number, draw: (i: number) => string) => Array.from({ length: count }, (_, i) => draw(i)).join('')

type Stops = readonly (readonly [offset: number, color: string, opacity?: number])[]
const stopsOf = (stops: Stops) =>
  stops.map(([offset, color, opacity = 1]) => `<stop offset="${offset}" stop-color="${color}" stop-opacity="${opacity}"/>`).join('')

/** A gradient from top to bottom, used as `url(#id)`. */
export const linear = (id: string, stops: Stops) =>
  `<defs><linearGradient id="${id}" x2="0" y2="1">${stopsOf(stops)}</linearGradient></defs>`
/** A gradient from the middle outwards. */
export const radial = (id: string, stops: Stops) => `<defs><radialGradient id="${id}">${stopsOf(stops)}</radialGradient></defs>`

/** The brand mark of Ember: thin circles that fade as they grow. */
export const rings = (cx: number, cy: number, from: number, step: number, count: number, color: string) =>
  repeat(count, (i) =>
    circle(
      cx,
      cy,
      from + i * step,
      'none',
      `stroke="${color}" stroke-width="${n(2.4 - (i / count) * 1.2)}" opacity="${n(0.75 - (i / count) * 0.55)}"`,
    ),
  )

/** A glowing disc with rings around it. */
export const sun = (cx: number, cy: number, r: number, colors: readonly [string, string, string]) =>
  radial('sun', [
    [0, colors[0]],
    [0.6, colors[1]],
    [1, colors[2]],
  ]) +
  radial('glow', [
    [0, colors[1], 0.75],
    [1, colors[2], 0],
  ]) +
  circle(cx, cy, r * 3, 'url(#glow)') +
  rings(cx, cy, r * 1.35, r * 0.42, 9, colors[1]) +
  circle(cx, cy, r, 'url(#sun)')

/** Small lights scattered over a sky. */
export const stars = (random: Random, width: number, height: number, count: number) =>
  repeat(count, () =>
    circle(
      random.between(0, width),
      random.between(0, height),
      random.between(0.6, 2),
      '#ffeede',
      `opacity="${n(random.between(0.2, 0.85))}"`,
    ),
  )

/** A soft ridge from left to right that is filled down to `bottom`; `swing` is its height. */
export function ridge(
  random: Random,
  at: { width: number; y: number; bottom: number; swing: number; steps: number },
  fill: string,
): string {
  const step = at.width / at.steps
  let d = `M0 ${n(at.bottom)}V${n(at.y)}`
  let y = at.y
  for (let i = 0; i < at.steps; i++) {
    const to = at.y + random.between(-at.swing, at.swing)
    d += `C${n(i * step + step / 2)} ${n(y)} ${n(i * step + step / 2)} ${n(to)} ${n((i + 1) * step)} ${n(to)}`
    y = to
  }
  return path(`${d}V${n(at.bottom)}z`, fill)
}
