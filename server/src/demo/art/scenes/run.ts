import type { Palette } from '../palettes.ts'
import { circle, group, n, path, rect, repeat, ridge, rings, stroke, sun } from '../svg.ts'
import { height, type SceneKind, skyOf, width } from './scene-kind.ts'

/** A runner of about 300 that stands on (0, 0). */
const runner = (color: string, shirt: string) =>
  circle(34, -286, 32, color) +
  path('M-8-250c30-14 60-2 58 26l-16 92c-4 22-54 22-58-4l-4-60c-2-26 4-46 20-54z', shirt) +
  stroke('M6-226l-58 50-44-30', color, 24) +
  stroke('M38-226l50 56 52-30', color, 24) +
  stroke('M-6-130l-44 60-84 14', color, 32) +
  stroke('M20-130l66 44-8 84', color, 32) +
  stroke('M-140-60l-16-22M76-6h34', '#fff6ee', 16)
const hill = ({ land }: Palette) =>
  path(`M0 ${height}V820Q420 700 ${width} 640V${height}z`, land[2]) + path(`M0 ${height}V900Q520 800 ${width} 760V${height}z`, land[3])
const bell = (x: number, y: number, s: number, color: string) =>
  group(
    circle(0, -80, 96, color) +
      stroke('M-52-150c-20-90 124-90 104 0', color, 30) +
      rect(-62, -6, 124, 16, color, 'rx="8"') +
      circle(-30, -108, 22, '#fff', 'opacity=".16"'),
    `transform="translate(${x} ${y}) scale(${s})"`,
  )

/** Breath and legs. */
export const run = {
  sunrise: {
    alt: 'A runner on a hill at sunrise, rings of light around the sun',
    draw: (random, palette) =>
      skyOf(palette) +
      sun(700, 460, 130, palette.sun) +
      ridge(random, { width, y: 640, bottom: height, swing: 60, steps: 4 }, palette.land[0]) +
      hill(palette) +
      group(runner(palette.land[3], '#e2492a'), `transform="translate(${random.int(560, 660)} 762) rotate(-5) scale(1.1)"`),
  },
  pair: {
    alt: 'Two runners side by side on a hill road in the early light',
    draw: (random, palette) =>
      skyOf(palette) +
      sun(480, 400, 110, palette.sun) +
      ridge(random, { width, y: 600, bottom: height, swing: 80, steps: 5 }, palette.land[0]) +
      ridge(random, { width, y: 690, bottom: height, swing: 30, steps: 4 }, palette.land[1]) +
      hill(palette) +
      group(runner(palette.land[3], '#3ddc8b'), 'transform="translate(500 790) rotate(-6) scale(.95)"') +
      group(runner(palette.land[3], '#ffb02e'), 'transform="translate(780 770) rotate(-6)"'),
  },
  track: {
    alt: 'One runner alone on a red track whose lanes curve around a green field',
    draw: (random, palette) =>
      rect(0, 0, width, height, '#2f6b3a') +
      repeat(9, (i) => rect(0, i * 120, width, 60, '#357642')) +
      repeat(9, (i) =>
        circle(
          random.int(500, 780),
          1240,
          1080 - i * 62,
          i === 8 ? '#2f6b3a' : i % 2 ? '#b8432a' : '#c24d31',
          'stroke="#fff3e2" stroke-width="5"',
        ),
      ).replace(/cx="[^"]+"/g, 'cx="640"') +
      circle(640, 1240, 300, '#3f8a4a') +
      group(runner('#2c0a20', palette.light), 'transform="translate(640 420) scale(.62)"'),
  },
  kettlebell: {
    alt: 'Three kettlebells on a gym floor in front of a window with a low sun',
    draw: (random, palette) =>
      rect(0, 0, width, height, palette.land[3]) +
      group(
        skyOf(palette) +
          rings(640, 420, 130, 46, 9, palette.light) +
          circle(640, 420, 110, palette.sun[1]) +
          ridge(random, { width, y: 560, bottom: height, swing: 50, steps: 5 }, palette.land[0]),
        'transform="translate(192 66) scale(.7)"',
      ) +
      rect(0, 690, width, 270, palette.land[2]) +
      repeat(4, (i) => stroke(`M${n(192 + i * 298.6)} 66V690`, palette.land[3], 16)) +
      rect(0, 0, width, 70, palette.land[3]) +
      rect(0, 686, width, 12, palette.land[3]) +
      bell(390, 860, 1.2, '#e2492a') +
      bell(640, 880, 1.5, '#2a1a22') +
      bell(890, 850, 1, '#ffb02e'),
  },
} satisfies Record<string, SceneKind>
