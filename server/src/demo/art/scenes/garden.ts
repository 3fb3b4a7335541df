import type { Palette } from '../palettes.ts'
import type { Random } from '../random.ts'
import { circle, ellipse, group, path, rect, repeat, ridge, stroke, sun } from '../svg.ts'
import { height, type SceneKind, skyOf, width } from './scene-kind.ts'

const greens = ['#2f6b3a', '#3f8a3a', '#5fa548', '#1f5a3c'] as const
const land = (random: Random, palette: Palette, sunX: number) =>
  skyOf(palette) +
  sun(sunX, 300, 84, palette.sun) +
  ridge(random, { width, y: 500, bottom: height, swing: 50, steps: 4 }, palette.land[0]) +
  ridge(random, { width, y: 560, bottom: height, swing: 34, steps: 3 }, '#2f6b3a') +
  rect(0, 640, width, 320, '#1f5233')
const plant = (x: number, y: number, h: number, head: string, s = 1) =>
  stroke(`M${x} ${y}c${-8 * s} ${-h * 0.4} ${10 * s} ${-h * 0.7} 0 ${-h}`, greens[1], 9 * s) +
  path(
    `M${x} ${y - h * 0.35}c30-36 62-34 84-22-18 26-48 38-84 22zM${x} ${y - h * 0.5}c-30-36-62-34-84-22 18 26 48 38 84 22z`,
    greens[2],
    `transform="scale(1)"`,
  ) +
  group(head, `transform="translate(${x} ${y - h}) scale(${s})"`)
const sunflower =
  repeat(16, (i) => ellipse(0, -58, 15, 36, i % 2 ? '#ffb02e' : '#ffc94d', `transform="rotate(${i * 22.5})"`)) +
  circle(0, 0, 40, '#5a2a12') +
  circle(0, 0, 28, '#7a3d1a')
const tulip = (color: string) =>
  path('M-34-50c8 10 14 14 20 18 4-14 8-24 14-34 6 10 10 20 14 34 6-4 12-8 20-18 6 60-6 92-34 92s-40-32-34-92z', color) +
  path('M-14-32c4-14 8-24 14-34 6 10 10 20 14 34 0 40-4 60-14 72-10-12-14-32-14-72z', '#fff', 'opacity=".22"')
const row = (count: number, y: number, random: Random, heights: readonly [number, number], head: () => string, s: number) =>
  repeat(count, (i) =>
    plant(Math.round(((i + 0.5) * width) / count + random.between(-24, 24)), y + random.int(-8, 8), random.int(...heights), head(), s),
  )
const tomato = (random: Random, x: number) =>
  rect(x - 4, 420, 8, 440, '#8a5a2e') +
  repeat(12, () =>
    ellipse(
      x + random.between(-56, 56),
      random.between(470, 800),
      44,
      30,
      random.pick(greens),
      `transform="rotate(${random.int(-40, 40)} ${x} 640)"`,
    ),
  ) +
  repeat(8, () => {
    const [cx, cy] = [x + random.between(-60, 60), random.between(520, 800)]
    return circle(cx, cy, 26, '#d8341f') + circle(cx - 8, cy - 8, 7, '#ff8f7a') + stroke(`M${cx - 9} ${cy - 24}l9 7 9-7`, greens[0], 5)
  })

/** Things that grow. */
export const garden = {
  sunflowers: {
    alt: 'Tall sunflowers in two rows against an evening sky',
    draw: (random, palette) =>
      land(random, palette, 640) +
      row(9, 800, random, [200, 300], () => sunflower, 0.75) +
      row(6, 960, random, [280, 420], () => sunflower, 1.25),
  },
  tulips: {
    alt: 'A bed of tulips in many colours before low hills',
    draw: (random, palette) => {
      const head = () => tulip(random.pick(['#e2482a', '#ff7aa8', '#ffb02e', '#fff0e0', '#a02653', '#7a3f9d']))
      return (
        land(random, palette, 860) +
        row(14, 740, random, [90, 140], head, 0.62) +
        row(10, 850, random, [120, 180], head, 0.9) +
        row(8, 985, random, [150, 240], head, 1.3)
      )
    },
  },
  tomatoes: {
    alt: 'Tomato plants on canes, heavy with ripe fruit',
    draw: (random, palette) =>
      land(random, palette, 420) + repeat(6, (i) => tomato(random, 130 + i * 204)) + rect(0, 850, width, 110, '#3a2015'),
  },
  greenhouse: {
    alt: 'A lit greenhouse at dusk with plants behind the glass and a watering can at the door',
    draw: (random, palette) =>
      land(random, palette, 1010) +
      path('M300 800V470l340-190 340 190v330z', '#ffe9b8', 'opacity=".85"') +
      repeat(9, (i) => ellipse(350 + i * 72, 770 - (i % 3) * 26, 44, random.int(40, 120), greens[i % 4] ?? greens[0])) +
      repeat(5, (i) => rect(380 + i * 130, 560 + random.int(0, 60), 40, 30, '#e2482a', 'rx="6"')) +
      stroke('M300 800V470l340-190 340 190v330M640 280v520M300 470h680M470 375v425M810 375v425M300 640h680', '#fff6ea', 12) +
      rect(0, 796, width, 170, '#1f5233') +
      group(
        rect(-60, -80, 110, 90, '#e2482a', 'rx="10"') +
          stroke('M50-30l70-50M-56-60c-50-20-60 50-6 54', '#e2482a', 16) +
          circle(124, -84, 20, '#b8361c'),
        'transform="translate(1040 880)"',
      ),
  },
} satisfies Record<string, SceneKind>
