import type { Random } from '../random.ts'
import { circle, ellipse, group, n, path, rect, repeat, ridge, rings, stars, stroke, sun } from '../svg.ts'
import { height, type SceneKind, skyOf, width } from './scene-kind.ts'

const cloud = (x: number, y: number, s: number, color: string, opacity: number) =>
  group(
    ellipse(0, 0, 150, 36, color) + circle(-70, -26, 48, color) + circle(0, -50, 66, color) + circle(74, -24, 44, color),
    `transform="translate(${n(x)} ${n(y)}) scale(${n(s)})" opacity="${n(opacity)}"`,
  )
const birds = (random: Random, color: string) =>
  repeat(9, () => {
    const [x, y, s] = [random.int(240, 1040), random.int(160, 420), random.between(10, 26)]
    return stroke(
      `M${x - s} ${y - s * 0.5}q${n(s * 0.6)} ${n(-s * 0.3)} ${n(s)} ${n(s * 0.5)}q${n(s * 0.4)} ${n(-s * 0.8)} ${n(s)} ${n(-s * 0.5)}`,
      color,
      5,
    )
  })
const balloon = (random: Random) => {
  const [a, b] = random.pick([
    ['#e2492a', '#ffb02e'],
    ['#7a1535', '#ff9a76'],
    ['#1f7a75', '#fff0e0'],
    ['#5b2a86', '#ff7aa8'],
  ] as const)
  return group(
    path('M0-130c90 0 130 66 116 136-10 50-70 80-84 124h-64c-14-44-74-74-84-124-14-70 26-136 116-136z', a) +
      path('M0-130c36 0 56 66 48 136-6 50-28 80-32 124h-32c-4-44-26-74-32-124-8-70 12-136 48-136z', b) +
      stroke('M-30 132l6 40M30 132l-6 40', '#3a1509', 4) +
      rect(-28, 170, 56, 40, '#7a4628', 'rx="8"'),
    `transform="translate(${random.int(280, 1000)} ${random.int(220, 560)}) scale(${n(random.between(0.4, 1.1))})"`,
  )
}

/** What is above. */
export const sky = {
  clouds: {
    alt: 'Layered clouds lit from below by a low sun, birds passing',
    draw: (random, palette) =>
      skyOf(palette) +
      sun(640, 560, 120, palette.sun) +
      repeat(9, (i) =>
        cloud(random.between(0, width), 300 + i * 62, random.between(0.8, 1.9), i % 2 ? palette.land[0] : palette.light, 0.35 + i * 0.05),
      ) +
      birds(random, palette.land[3]) +
      ridge(random, { width, y: 860, bottom: height, swing: 24, steps: 5 }, palette.land[3]),
  },
  balloons: {
    alt: 'Hot-air balloons drift over hills in the early light',
    draw: (random, palette) =>
      skyOf(palette) +
      sun(780, 470, 110, palette.sun) +
      ridge(random, { width, y: 700, bottom: height, swing: 70, steps: 4 }, palette.land[0]) +
      repeat(6, () => balloon(random)) +
      ridge(random, { width, y: 830, bottom: height, swing: 40, steps: 4 }, palette.land[2]),
  },
  moon: {
    alt: 'A large moon with craters over a still desert, stars all around',
    draw: (random, palette) =>
      skyOf(palette) +
      stars(random, width, 760, 220) +
      rings(640, 400, 250, 46, 7, palette.light) +
      circle(640, 400, 220, palette.sun[0]) +
      repeat(12, () => {
        const a = random.between(0, 6.283)
        const r = random.between(0, 160)
        return circle(640 + Math.cos(a) * r, 400 + Math.sin(a) * r, random.between(10, 40), palette.sun[2], 'opacity=".4"')
      }) +
      path(`M0 ${height}V760Q360 680 700 770T1280 740V${height}z`, palette.land[1]) +
      path(`M0 ${height}V860Q420 780 760 850T1280 830V${height}z`, palette.land[3]),
  },
  saturn: {
    alt: 'A ringed planet and two small moons, drawn on a field of stars',
    draw: (random, palette) =>
      skyOf(palette) +
      stars(random, width, height, 320) +
      group(
        ellipse(0, 0, 430, 96, 'none', `stroke="${palette.light}" stroke-width="34" opacity=".45"`) +
          circle(0, 0, 210, palette.sun[2]) +
          stroke('M-196-70q196 50 392 0M-208 10q208 56 416 0M-180 104q180 46 360 0', palette.land[0], 20, 'opacity=".35"') +
          path('M-430 0a430 96 0 0 0 860 0', 'none', `stroke="${palette.light}" stroke-width="34"`) +
          path('M-350 0a350 72 0 0 0 700 0', 'none', `stroke="${palette.sun[0]}" stroke-width="8" opacity=".8"`),
        'transform="translate(640 480) rotate(-18)"',
      ) +
      circle(300, 250, 36, palette.sun[0]) +
      circle(1010, 730, 22, palette.light),
  },
  telescope: {
    alt: 'Somebody at a telescope on a hill under the Milky Way',
    draw: (random, palette) =>
      skyOf(palette) +
      group(
        ellipse(0, 0, 900, 120, palette.light, 'opacity=".12"') +
          ellipse(0, 0, 800, 60, palette.sun[0], 'opacity=".12"') +
          repeat(240, () =>
            circle(
              random.between(-800, 800),
              (random.next() + random.next() - 1) * 130,
              random.between(0.8, 2.6),
              '#fff8ea',
              'opacity=".8"',
            ),
          ),
        'transform="translate(700 320) rotate(-32)"',
      ) +
      stars(random, width, 800, 160) +
      path(`M0 ${height}V800Q640 640 1280 830V${height}z`, palette.land[3]) +
      group(
        stroke('M0 0l-46 120M0 0l46 120M0 0v112', '#0b0609', 9) +
          rect(-110, -26, 230, 44, '#0b0609', 'rx="10" transform="rotate(-36)"') +
          circle(-150, -4, 26, '#0b0609') +
          path('M-184 120c-4-80 4-120 34-120s44 40 40 120z', '#0b0609'),
        'transform="translate(660 630)"',
      ),
  },
} satisfies Record<string, SceneKind>
