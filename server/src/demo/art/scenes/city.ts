import type { Palette } from '../palettes.ts'
import type { Random } from '../random.ts'
import { circle, ellipse, group, n, path, rect, repeat, rings, stars, stroke, sun } from '../svg.ts'
import { type SceneKind, skyOf, width } from './scene-kind.ts'

const blocks = (random: Random, color: string, light: string, [top, low, foot]: readonly [number, number, number]) => {
  let out = ''
  for (let x = -20; x < width; ) {
    const [w, y] = [random.between(70, 150), random.between(top, low)]
    out +=
      rect(x, y, w, foot - y, color) +
      repeat(Math.floor((foot - y) / 46), (row) =>
        repeat(Math.floor(w / 34), (i) =>
          random.chance(0.45) ? rect(x + 12 + i * 32, y + 18 + row * 44, 14, 20, light, `opacity="${n(random.between(0.4, 0.95))}"`) : '',
        ),
      )
    x += w + random.between(-6, 14)
  }
  return out
}
const lantern = (x: number, y: number, s: number, color: string) =>
  group(
    stroke('M0-90V-40', '#12060d', 4) +
      ellipse(0, 0, 74, 74, color, 'opacity=".2"') +
      ellipse(0, 0, 34, 42, color) +
      stroke('M-32-8h64M-32 8h64', '#0003', 3) +
      rect(-14, -46, 28, 9, '#12060d') +
      rect(-14, 38, 28, 9, '#12060d'),
    `transform="translate(${x} ${y}) scale(${s})"`,
  )

/** Streets, bridges, trams. */
export const city = {
  tram: {
    alt: 'A yellow tram climbs a hill street at night between lit houses',
    draw: (random, palette) =>
      skyOf(palette) +
      stars(random, width, 400, 70) +
      circle(960, 190, 76, palette.sun[0]) +
      rings(960, 190, 110, 40, 6, palette.light) +
      blocks(random, palette.land[1], palette.light, [230, 380, 800]) +
      rect(0, 740, width, 220, palette.land[3]) +
      stroke('M0 860H1280M0 906H1280', palette.land[1], 6) +
      stroke('M0 420Q640 470 1280 400', '#12060d', 4) +
      stroke('M640 470l-40-22 40-16', '#12060d', 6) +
      group(
        rect(0, 0, 520, 300, '#ffb02e', 'rx="26"') +
          rect(0, 150, 520, 40, '#fff6e6') +
          rect(0, 270, 520, 40, '#7a1535', 'rx="12"') +
          repeat(
            5,
            (i) =>
              rect(28 + i * 98, 36, 76, 104, '#4a1230', 'rx="8"') +
              (random.chance(0.6) ? circle(66 + i * 98, 112, 22, '#f0bda3') + rect(42 + i * 98, 128, 48, 12, palette.land[0]) : ''),
          ) +
          circle(110, 312, 34, '#12060d') +
          circle(410, 312, 34, '#12060d') +
          circle(500, 220, 13, '#fffdf0'),
        'transform="translate(370 540)"',
      ),
  },
  bridge: {
    alt: 'A suspension bridge over calm water at sunset, the city behind it',
    draw: (random, palette) =>
      skyOf(palette) +
      sun(640, 420, 120, palette.sun) +
      blocks(random, palette.land[0], palette.light, [420, 540, 620]) +
      rect(0, 610, width, 350, palette.land[1]) +
      repeat(34, (i) =>
        ellipse(640 + random.between(-1, 1) * (40 + i * 8), 640 + i * 9, random.between(20, 90), 3, palette.sun[1], 'opacity=".55"'),
      ) +
      rect(0, 600, width, 22, palette.land[3]) +
      repeat(2, (i) => rect(300 + i * 640, 260, 40, 500, palette.land[3]) + rect(280 + i * 640, 740, 80, 60, palette.land[3])) +
      stroke('M-60 560Q160 560 320 270Q640 860 960 270Q1120 560 1340 560', palette.land[3], 10) +
      repeat(25, (i) => stroke(`M${i * 53} ${n(430 + Math.abs(Math.sin(i * 0.62)) * 40)}V604`, palette.land[3], 3)),
  },
  alley: {
    alt: 'A narrow street with wooden houses and a line of red lanterns after rain',
    draw: (random, palette) =>
      skyOf(palette) +
      circle(640, 360, 120, palette.sun[1]) +
      rings(640, 360, 150, 44, 7, palette.light) +
      path('M0 0h430l-30 700L0 960zM1280 0H850l30 700 400 260z', palette.land[3]) +
      repeat(5, (i) =>
        path(
          `M0 ${90 + i * 170}l${430 - i * 6} ${n(110 + i * 60)}v16L0 ${126 + i * 170}zM1280 ${90 + i * 170}l-${430 - i * 6} ${n(110 + i * 60)}v16l${430 - i * 6}-${n(90 + i * 60)}z`,
          palette.land[1],
          'opacity=".8"',
        ),
      ) +
      repeat(
        6,
        (i) =>
          rect(40 + (i % 3) * 118, 330 + Math.floor(i / 3) * 220, 66, 110, palette.light, `opacity="${n(random.between(0.4, 0.95))}"`) +
          rect(930 + (i % 3) * 118, 330 + Math.floor(i / 3) * 220, 66, 110, palette.light, `opacity="${n(random.between(0.4, 0.95))}"`),
      ) +
      path('M400 700h480l400 260H0z', palette.land[2]) +
      repeat(14, () =>
        ellipse(random.between(300, 980), random.between(760, 940), random.between(30, 110), 5, palette.sun[2], 'opacity=".5"'),
      ) +
      repeat(
        5,
        (i) =>
          lantern(400 - i * 62, 430 - i * 48, 0.6 + i * 0.22, '#e2492a') + lantern(880 + i * 62, 430 - i * 48, 0.6 + i * 0.22, '#ff7a52'),
      ) +
      group(
        path('M-90-150a90 90 0 0 1 180 0z', '#e2492a') +
          stroke('M0-150v110', '#12060d', 6) +
          path('M-34-100c8-20 60-20 68 0l12 150h-92z', '#12060d'),
        'transform="translate(640 730) scale(.9)"',
      ),
  },
  rooftops: {
    alt: 'Rooftops under a wide evening sky, hundreds of small lit windows',
    draw: (random, palette: Palette) =>
      skyOf(palette) +
      sun(random.int(420, 860), 330, 110, palette.sun) +
      blocks(random, palette.land[0], palette.light, [380, 560, 980]) +
      blocks(random, palette.land[1], palette.light, [520, 700, 980]) +
      blocks(random, palette.land[3], palette.light, [700, 850, 980]),
  },
} satisfies Record<string, SceneKind>
