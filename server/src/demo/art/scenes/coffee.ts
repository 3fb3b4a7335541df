import { circle, ellipse, group, path, rect, repeat, rings, stroke } from '../svg.ts'
import { type SceneKind, skyOf, wallOf, width } from './scene-kind.ts'

const steam = repeat(3, (i) => stroke(`M${560 + i * 80} 400c-40-60 40-100 0-170s30-90 0-130`, '#fff', 14, 'opacity=".35"'))
const heart = 'M640 590c-120-80-130-190-64-204 36-6 56 20 64 42 8-22 28-48 64-42 66 14 56 124-64 204z'
const bean = (x: number, y: number, turn: number) =>
  group(ellipse(0, 0, 24, 16, '#4a2412') + stroke('M-20 0q20-12 40 0', '#2a1208', 4), `transform="translate(${x} ${y}) rotate(${turn})"`)

/** Cups. */
export const coffee = {
  latte: {
    alt: 'A cup of coffee from above with a heart poured in milk, beans on the table',
    draw: (random, palette) =>
      wallOf('#7a4628', '#5a3018') +
      repeat(8, (i) => rect(0, i * 124, width, 4, '#0002')) +
      circle(652, 504, 372, '#0003') +
      circle(640, 480, 368, palette.sun[0]) +
      circle(640, 480, 300, '#00000014') +
      stroke('M880 330c150-90 210 40 60 110', '#fff', 44) +
      circle(640, 480, 262, '#fff') +
      circle(640, 480, 238, '#8a4a22') +
      circle(640, 480, 214, '#a8622f') +
      path(heart, '#fff0dc') +
      stroke('M580 430c-30 40 20 100 60 130M700 430c30 40-20 100-60 130', '#c98a55', 8, 'opacity=".6"') +
      repeat(14, (i) => bean(i % 2 ? random.int(40, 230) : random.int(1050, 1250), random.int(40, 920), random.int(0, 180))),
  },
  steam: {
    alt: 'A steaming cup on a table, a round sun low in the window behind it',
    draw: (random, palette) =>
      skyOf(palette) +
      rings(640, 420, 220, 52, 9, palette.light) +
      circle(640, 420, random.int(180, 205), palette.sun[1]) +
      rect(0, 740, width, 220, palette.land[3]) +
      steam +
      path('M430 450h420c10 190-60 300-210 300s-220-110-210-300z', '#fff6ea') +
      stroke('M846 510c130-20 120 150-20 140', '#fff6ea', 34) +
      ellipse(640, 452, 210, 34, '#6b3416') +
      ellipse(640, 770, 300, 34, '#f0d9c0') +
      ellipse(640, 762, 230, 18, '#d8b996'),
  },
  morning: {
    alt: 'Breakfast from above: coffee, a croissant, an open notebook and a pen',
    draw: (random, palette) =>
      wallOf(palette.sun[0], palette.sun[1]) +
      group(
        rect(-230, -170, 460, 340, '#fffdf8', 'rx="10"') +
          rect(-3, -170, 6, 340, '#0002') +
          repeat(9, (i) =>
            stroke(`M-200 ${-130 + i * 32}h${random.int(90, 170)}M26 ${-130 + i * 32}h${i < 5 ? random.int(90, 170) : 0}`, '#9a8a86', 4),
          ) +
          rect(60, 120, 210, 14, '#e2492a', 'rx="7" transform="rotate(-24 60 120)"'),
        'transform="translate(480 400) rotate(-8)"',
      ) +
      circle(930, 330, 176, '#0002') +
      circle(920, 316, 172, '#fff') +
      circle(920, 316, 112, '#fff6ea', 'stroke="#0001" stroke-width="6"') +
      circle(920, 316, 98, '#6b3416') +
      circle(900, 300, 30, '#8a4a22') +
      group(
        path('M-190 60c-30-130 90-190 190-190s220 60 190 190c-30-10-56-40-84-56-70-36-142-36-212 0-28 16-54 46-84 56z', '#d98f3d') +
          stroke('M-120 8l-30-70M-64-22l-18-86M0-30v-100M64-22l18-86M120 8l30-70', '#a8611f', 10),
        'transform="translate(760 740)"',
      ) +
      repeat(8, () => circle(random.int(560, 980), random.int(800, 900), random.int(3, 7), '#c98440')),
  },
} satisfies Record<string, SceneKind>
