import type { Palette } from '../palettes.ts'
import type { Random } from '../random.ts'
import { circle, ellipse, group, n, path, rect, repeat, ridge, rings, stars, stroke } from '../svg.ts'
import { height, type SceneKind, skyOf, wallOf, width } from './scene-kind.ts'

const inks = ['#ff7a52', '#ffc861', '#3ddc8b', '#8db8ff', '#ff7aa8', '#f8f1ee'] as const
const code = (random: Random, lines: number) =>
  repeat(lines, (i) => {
    let x = 26 + random.int(0, 3) * 30
    return repeat(random.int(1, 4), () => {
      const w = random.int(24, 110)
      const bar = rect(x, 28 + i * 27, w, 11, random.pick(inks), 'rx="5.500"')
      x += w + 12
      return x < 560 ? bar : ''
    })
  })
const monitor = (random: Random) =>
  rect(340, 300, 600, 372, '#150d12', 'rx="18"') +
  rect(356, 316, 568, 340, '#221a1f', 'rx="8"') +
  group(code(random, 11), 'transform="translate(356 316)"') +
  path('M590 672h100l16 76H574z', '#2c2026') +
  rect(520, 744, 240, 14, '#2c2026', 'rx="7"')
const lamp = ({ light }: Palette) =>
  path('M1000 420l-130 340h340l-130-340z', light, 'opacity=".16"') +
  stroke('M1100 758V560l-60-150', '#e2492a', 12) +
  path('M960 424l120-66 44 62-110 50z', '#e2492a') +
  rect(1050, 746, 100, 14, '#b8361c', 'rx="7"')
const mug = (x: number) =>
  rect(x, 690, 66, 68, '#f8efe6', 'rx="12"') +
  stroke(`M${x + 66} 706c30-4 30 38 0 36`, '#f8efe6', 10) +
  repeat(2, (i) => stroke(`M${x + 20 + i * 26} 676c-12-18 12-28 0-50`, '#fff', 5, 'opacity=".45"'))
const plant = (random: Random, x: number) =>
  repeat(9, (i) =>
    stroke(`M${x} 700q${n((i - 4) * 10)} -60 ${n((i - 4) * 26)} ${-random.int(70, 150)}`, i % 2 ? '#3f8a3a' : '#5fa548', 13),
  ) + path(`M${x - 46} 690h92l-14 68h-64z`, '#c2562e')
const table = (color: string) =>
  rect(0, 756, width, 204, color) +
  rect(0, 756, width, 10, '#fff', 'opacity=".18"') +
  rect(470, 792, 340, 64, '#f1e5da', 'rx="12"') +
  repeat(3, (row) => repeat(13, (i) => rect(482 + i * 25, 800 + row * 17, 19, 12, '#cdbdb2', 'rx="3"'))) +
  rect(840, 796, 54, 72, '#f1e5da', 'rx="27"')
const night = (random: Random, palette: Palette) =>
  group(
    skyOf(palette) +
      stars(random, width, 700, 120) +
      ellipse(900, 260, 117, 90, palette.sun[0]) +
      ridge(random, { width, y: 760, bottom: height, swing: 60, steps: 5 }, palette.land[1]),
    'transform="translate(60 60) scale(.4 .52)"',
  ) + stroke('M60 60h512v500H60zM316 60v500M60 300h512', '#f1dcc6', 14)
const cat = (x: number, y: number, color: string) =>
  group(
    path('M-80 0c-10-70 30-104 70-104 54 0 84 40 80 104z', color) +
      circle(-46, -104, 42, color) +
      path('M-82-126l2-44 34 26zM-12-128l-6-44-30 26z', color) +
      stroke('M66-14c60 0 60-70 24-82', color, 20) +
      stroke('M-60-104c4 4 10 4 14 0M-38-104c4 4 10 4 14 0', '#2a1218', 4),
    `transform="translate(${x} ${y})"`,
  )

/** Where code is written late. */
export const desk = {
  night: {
    alt: 'A desk at night: code on the screen, a red lamp, tea and a starry window',
    draw: (random, palette) =>
      wallOf(palette.land[2], palette.land[0]) + night(random, palette) + table('#6b3a22') + monitor(random) + lamp(palette) + mug(240),
  },
  cat: {
    alt: 'A cat asleep beside a monitor full of code, a plant on the other side',
    draw: (random, palette) =>
      wallOf(palette.land[1], palette.sky[2]) +
      circle(640, 420, 330, palette.light, 'opacity=".18"') +
      table('#7a4628') +
      monitor(random) +
      cat(1050, 764, random.pick(['#f0a04b', '#33272d', '#e9dfd8', '#8d8791'])) +
      plant(random, 210),
  },
  shelf: {
    alt: 'A tidy desk under a shelf of books and plants, coloured lines of code on the screen',
    draw: (random, palette) =>
      wallOf(palette.sky[3], palette.sky[2]) +
      rect(220, 232, 840, 16, '#6b3a22') +
      repeat(20, (i) => {
        const h = random.int(80, 140)
        return i % 7 === 5
          ? ''
          : rect(250 + i * 38, 232 - h, 32, h, random.pick(['#7a1535', '#e2492a', '#1f7a75', '#39427f', '#ffb02e', '#fff0e0']), 'rx="4"')
      }) +
      table('#5f3420') +
      monitor(random) +
      plant(random, 1090) +
      mug(220),
  },
  laptop: {
    alt: 'A laptop in bed light: a program draws rings on its screen, a blanket and a mug around it',
    draw: (random, palette) =>
      wallOf(palette.sky[0], palette.sky[1]) +
      repeat(
        18,
        (i) =>
          circle(i * 76, 110 + Math.sin(i) * 26, 11, palette.light) +
          circle(i * 76, 110 + Math.sin(i) * 26, 30, palette.light, 'opacity=".2"'),
      ) +
      ridge(random, { width, y: 640, bottom: height, swing: 60, steps: 3 }, '#b3395e') +
      ridge(random, { width, y: 740, bottom: height, swing: 40, steps: 3 }, '#d9566a') +
      rect(380, 330, 520, 340, '#150d12', 'rx="16"') +
      rect(396, 346, 488, 306, '#1b1023') +
      rings(640, 500, 26, 20, 7, palette.light) +
      circle(640, 500, 20, palette.sun[2]) +
      path('M330 670h620l50 60H280z', '#cdbdb2') +
      ellipse(1060, 800, 60, 24, '#fff3e6') +
      path('M1000 800h120l-14 90h-92z', '#fff3e6') +
      ellipse(1060, 800, 46, 16, '#8a4a22'),
  },
} satisfies Record<string, SceneKind>
