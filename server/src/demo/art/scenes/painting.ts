import type { Palette } from '../palettes.ts'
import type { Random } from '../random.ts'
import { circle, ellipse, group, n, path, rect, repeat, ridge, stroke, sun } from '../svg.ts'
import { height, type SceneKind, skyOf, wallOf, width } from './scene-kind.ts'

const paints = ['#e2492a', '#ffb02e', '#7a1535', '#1f7a75', '#39427f', '#ff9a76', '#fff0e0', '#5b2a86'] as const
const landscape = (random: Random, palette: Palette) =>
  skyOf(palette) +
  sun(random.int(440, 840), 400, 130, palette.sun) +
  ridge(random, { width, y: 560, bottom: height, swing: 90, steps: 4 }, palette.land[0]) +
  ridge(random, { width, y: 700, bottom: height, swing: 60, steps: 3 }, palette.land[1]) +
  ridge(random, { width, y: 840, bottom: height, swing: 40, steps: 3 }, palette.land[3])
const daub = (random: Random) => {
  const [x, y, w] = [random.between(80, 1200), random.between(60, 900), random.between(120, 420)]
  return stroke(
    `M${n(x)} ${n(y)}q${n(w / 2)} ${n(random.between(-160, 160))} ${n(w)} ${n(random.between(-50, 50))}`,
    random.pick(paints),
    random.between(16, 84),
    `opacity="${random.between(0.7, 1).toFixed(2)}"`,
  )
}

/** Canvas, colour, and the mess around it. */
export const painting = {
  easel: {
    alt: 'A landscape with a great sun on an easel, jars of paint at its feet',
    draw: (random, palette) =>
      wallOf('#f4e3d0', '#e3c3a2') +
      rect(0, 800, width, 160, '#a86b3f') +
      stroke('M640 60v80M420 900l150-760M860 900l-150-760', '#6b3a22', 22) +
      rect(330, 690, 620, 26, '#7a4628') +
      rect(316, 150, 648, 528, '#fffaf2') +
      group(landscape(random, palette), 'transform="translate(332 166) scale(.4813 .517)"') +
      repeat(
        6,
        (i) =>
          rect(130 + i * 180, 826, 84, 96, '#fff', 'rx="10" opacity=".9"') +
          rect(130 + i * 180, 856, 84, 66, paints[i] ?? '#e2492a', 'rx="10"') +
          ellipse(172 + i * 180, 826, 42, 10, paints[i] ?? '#e2492a'),
      ),
  },
  abstract: {
    alt: 'An abstract painting: broad strokes of ember, gold, teal and plum over one another',
    draw: (random, palette) =>
      rect(0, 0, width, height, random.pick(['#f7e6d4', palette.land[3], palette.sky[1]])) +
      repeat(38, () => daub(random)) +
      circle(random.int(420, 860), random.int(320, 640), random.int(90, 170), palette.sun[1]) +
      repeat(60, () => circle(random.between(0, width), random.between(0, height), random.between(2, 9), random.pick(paints))),
  },
  palette: {
    alt: 'A wooden palette from above with fresh heaps of paint and three brushes',
    draw: (random) =>
      wallOf('#e9d3bb', '#dcb994') +
      path(
        'M300 520c-30-220 190-390 430-360 240 28 380 210 330 380-40 130-170 90-230 120-70 36-20 150-140 190-170 50-360-110-390-330z',
        '#b3743e',
      ) +
      ellipse(720, 640, 60, 46, '#dfc09c') +
      repeat(8, (i) => {
        const a = 2.5 + i * 0.52
        const [x, y] = [670 + Math.cos(a) * 270, 440 + Math.sin(a) * 200]
        return group(
          circle(0, 0, random.int(44, 62), paints[i] ?? '#fff') +
            circle(20, 16, 30, paints[i] ?? '#fff') +
            ellipse(-10, -14, 18, 10, '#fff', 'opacity=".35"'),
          `transform="translate(${n(x)} ${n(y)})"`,
        )
      }) +
      repeat(3, (i) =>
        group(
          rect(-9, 0, 18, 420, ['#5a2a12', '#1f3a4a', '#7a1535'][i] ?? '#000', 'rx="9"') +
            rect(-12, -60, 24, 66, '#d8cfc8') +
            path('M-13-60c-8-50 4-70 13-90 9 20 21 40 13 90z', paints[i] ?? '#000'),
          `transform="translate(${900 + i * 70} ${500 - i * 30}) rotate(${20 + i * 14})"`,
        ),
      ),
  },
  wall: {
    alt: 'A small exhibition: three framed suns of different colours on a quiet wall, a bench before them',
    draw: (random, palette) =>
      wallOf('#fbf1e6', '#eed7be') +
      rect(0, 780, width, 180, '#c79a6b') +
      repeat(
        3,
        (i) =>
          rect(130 + i * 360, 190, 300, 400, '#fff') +
          rect(130 + i * 360, 190, 300, 400, 'none', `stroke="${palette.land[3]}" stroke-width="14"`) +
          rect(162 + i * 360, 222, 236, 336, [palette.sky[1], palette.sky[2], palette.sky[3]][i] ?? '') +
          circle(280 + i * 360, 380 + random.int(-60, 60), 78, [palette.sun[2], palette.sun[0], palette.land[1]][i] ?? '') +
          rect(162 + i * 360, 480, 236, 78, palette.land[2]),
      ) +
      rect(430, 770, 420, 34, palette.land[2], 'rx="8"') +
      rect(470, 800, 26, 90, palette.land[3]) +
      rect(784, 800, 26, 90, palette.land[3]),
  },
} satisfies Record<string, SceneKind>
