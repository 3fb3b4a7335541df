import type { Random } from '../random.ts'
import { circle, ellipse, group, path, rect, repeat, ridge, rings, stars, stroke } from '../svg.ts'
import { height, type SceneKind, skyOf, wallOf, width } from './scene-kind.ts'

const coats = [
  ['#f0a04b', '#c9742a'],
  ['#3a2c33', '#23181d'],
  ['#efe6de', '#cdbfb4'],
  ['#8d8791', '#6b6570'],
  ['#b5651f', '#7d3f10'],
] as const
type Coat = readonly [string, string]
const head = ([fur, dark]: Coat, eyes: string) =>
  path('M-92-30c-6-60 0-110 10-128l62 44h40l62-44c10 18 16 68 10 128 0 62-44 92-92 92s-92-30-92-92z', fur) +
  path('M-74-140l44 30-44 34zM74-140l-44 30 44 34z', dark, 'opacity=".6"') +
  eyes +
  path('M-12 10h24l-12 13z', '#f08f9c') +
  stroke('M0 22c-2 14-20 14-24 4M0 22c2 14 20 14 24 4', dark, 5) +
  stroke('M-60 10l-60-10M-60 22l-58 8M60 10l60-10M60 22l58 8', '#ffffff99', 3.5)
const openEyes =
  circle(-38, -18, 19, '#ffd45e') +
  circle(38, -18, 19, '#ffd45e') +
  ellipse(-38, -18, 6.5, 16, '#1b0f12') +
  ellipse(38, -18, 6.5, 16, '#1b0f12') +
  circle(-34, -25, 4.5, '#fff') +
  circle(42, -25, 4.5, '#fff')
const shutEyes = stroke('M-54-20c8 12 24 12 32 0M22-20c8 12 24 12 32 0', '#2a1218', 6)
const coatOf = (random: Random): Coat => random.pick(coats)

/** The cat, who knows. */
export const cat = {
  window: {
    alt: 'A cat on a windowsill looks at us, the night sky and a full moon behind the glass',
    draw: (random, palette) => {
      const coat = coatOf(random)
      return (
        wallOf(palette.land[2], palette.land[1]) +
        group(
          skyOf(palette) +
            stars(random, width, 700, 110) +
            circle(870, 330, 130, palette.sun[0]) +
            rings(870, 330, 170, 50, 6, palette.light) +
            ridge(random, { width, y: 800, bottom: height, swing: 60, steps: 5 }, palette.land[1]),
          'transform="translate(190 70) scale(.703)"',
        ) +
        stroke('M190 70h900v676H190zM640 70v676', '#fff3e2', 22) +
        rect(120, 742, 1040, 40, '#fff3e2', 'rx="8"') +
        path('M500 760c-20-180 30-290 130-290s160 110 140 290z', coat[0]) +
        stroke('M760 740c140 10 150 130 60 150', coat[0], 38) +
        group(head(coat, openEyes), 'transform="translate(632 420)"') +
        ellipse(570, 752, 42, 20, coat[0]) +
        ellipse(690, 752, 42, 20, coat[0])
      )
    },
  },
  loaf: {
    alt: 'A cat sleeps like a loaf of bread on a cushion, rings of lamplight behind',
    draw: (random, palette) => {
      const coat = coatOf(random)
      return (
        wallOf(palette.sky[1], palette.sky[2]) +
        rings(640, 420, 150, 56, 9, palette.light) +
        circle(640, 420, 130, palette.sun[1], 'opacity=".5"') +
        rect(0, 760, width, 200, palette.land[3]) +
        rect(250, 690, 780, 150, '#b3263d', 'rx="70"') +
        path('M330 730c-20-150 110-220 320-220s330 70 310 220c-40 30-590 30-630 0z', coat[0]) +
        repeat(4, (i) => stroke(`M${640 + i * 74} 530q16 40 4 84`, coat[1], 16, 'opacity=".55"')) +
        group(head(coat, shutEyes), 'transform="translate(470 600)"') +
        stroke('M944 716c60 30-20 60-120 40', coat[1], 34)
      )
    },
  },
  books: {
    alt: 'A cat sits on a pile of books and will not be moved',
    draw: (random, palette) => {
      const coat = coatOf(random)
      return (
        wallOf('#f6e6d2', '#e8c8a4') +
        circle(640, 400, 300, palette.sun[1], 'opacity=".55"') +
        rect(0, 850, width, 110, '#8a5430') +
        repeat(
          4,
          (i) =>
            rect(400 + random.int(-30, 30), 790 - i * 64, 480, 60, ['#7a1535', '#1f7a75', '#ffb02e', '#39427f'][i] ?? '', 'rx="8"') +
            rect(430, 806 - i * 64, 40, 28, '#fff', 'opacity=".45"'),
        ) +
        path('M520 600c-24-150 20-250 116-250s144 100 120 250z', coat[0]) +
        stroke('M750 580c110 0 130 90 96 140', coat[1], 32) +
        group(head(coat, openEyes), 'transform="translate(638 310) scale(1.05)"') +
        ellipse(586, 596, 40, 18, coat[0]) +
        ellipse(690, 596, 40, 18, coat[0])
      )
    },
  },
} satisfies Record<string, SceneKind>
