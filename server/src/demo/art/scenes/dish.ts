import type { Random } from '../random.ts'
import { circle, ellipse, group, n, path, rect, repeat, stroke } from '../svg.ts'
import { height, type SceneKind, width } from './scene-kind.ts'

const cloths = [
  ['#7a1535', '#8e2347'],
  ['#1f5a58', '#2a6e6b'],
  ['#e9c9a3', '#dfb98c'],
  ['#3b1022', '#4d1a30'],
  ['#2f3f73', '#3b4d86'],
] as const

const table = (random: Random) => {
  const [cloth, band] = random.pick(cloths)
  const turn = random.int(-20, 20)
  return (
    rect(0, 0, width, height, cloth) +
    group(
      repeat(12, (i) => rect(-400, -200 + i * 120, 2200, 46, band)),
      `transform="rotate(${turn} 640 480)"`,
    )
  )
}
const round = (fill: string, rim: string) =>
  circle(652, 500, 342, '#0003') +
  circle(640, 480, 340, rim) +
  circle(640, 480, 316, fill) +
  circle(640, 480, 262, 'none', 'stroke="#0002" stroke-width="3"')
const around = (random: Random, radius: number) => {
  const angle = random.between(0, 6.283)
  const far = Math.sqrt(random.next()) * radius
  return { x: 640 + Math.cos(angle) * far, y: 480 + Math.sin(angle) * far, turn: random.int(0, 360) }
}
const leaf = (x: number, y: number, turn: number, color: string, s = 1) =>
  group(
    path('M0-34c26 12 26 46 0 68-26-22-26-56 0-68z', color) + stroke('M0-24V30', '#ffffff55', 3),
    `transform="translate(${n(x)} ${n(y)}) rotate(${turn}) scale(${s})"`,
  )
const leaves = (random: Random, count: number, radius: number, color: string, s = 1) =>
  repeat(count, () => {
    const { x, y, turn } = around(random, radius)
    return leaf(x, y, turn, color, s)
  })
const fork = group(
  rect(-7, 0, 14, 300, '#e8dcd2', 'rx="7"') +
    path('M-26-140v90c0 30 14 44 26 50 12-6 26-20 26-50v-90h-10v84h-10v-84h-12v84h-10v-84z', '#e8dcd2'),
  'transform="translate(180 470)"',
)
const knife = group(
  rect(-8, 40, 16, 260, '#e8dcd2', 'rx="8"') + path('M-10-160c26 20 32 130 18 206h-18z', '#f6eee6'),
  'transform="translate(1100 470)"',
)
const sticks = group(
  rect(0, 0, 14, 620, '#3a1509', 'rx="7"') + rect(34, -10, 14, 620, '#4d1d0d', 'rx="7"'),
  'transform="translate(1090 170) rotate(12)"',
)

/** Plates seen from above. */
export const dish = {
  noodles: {
    alt: 'A bowl of noodles from above with egg, spring onion and chopsticks beside it',
    draw: (random) =>
      table(random) +
      round('#c9662a', '#fff3e2') +
      repeat(26, (i) =>
        stroke(
          `M${n(430 + random.between(0, 60))} ${n(330 + i * 10)}q${n(random.between(40, 120))} ${n(random.between(-60, 60))} 200 0t${n(random.between(150, 220))} ${n(random.between(-20, 20))}`,
          i % 2 ? '#ffdf95' : '#f7c866',
          11,
        ),
      ) +
      group(
        ellipse(0, 0, 84, 66, '#fffaf0') + circle(0, 0, 38, '#ff9d2e') + circle(-10, -10, 12, '#ffd07a'),
        'transform="translate(740 400) rotate(20)"',
      ) +
      rect(430, 290, 120, 150, '#1b3a34', 'transform="rotate(-24 490 360)" rx="6"') +
      repeat(22, () => {
        const { x, y } = around(random, 240)
        return circle(x, y, 12, 'none', 'stroke="#6fbf4f" stroke-width="7"')
      }) +
      sticks,
  },
  pizza: {
    alt: 'A whole pizza from above with tomato, mozzarella and basil',
    draw: (random) =>
      table(random) +
      circle(654, 502, 344, '#0003') +
      circle(640, 480, 340, '#d98a3d') +
      circle(640, 480, 300, '#c7361f') +
      repeat(16, () => {
        const { x, y } = around(random, 250)
        return ellipse(x, y, random.between(30, 52), random.between(24, 40), '#fff0d2')
      }) +
      repeat(9, () => {
        const { x, y } = around(random, 240)
        return circle(x, y, 30, '#e2482a') + circle(x - 6, y - 6, 11, '#ff8a66')
      }) +
      leaves(random, 8, 240, '#3f8a3a') +
      repeat(4, (i) => stroke('M640 160V800', '#8a3216', 4, `transform="rotate(${i * 45} 640 480)" opacity=".55"`)),
  },
  salad: {
    alt: 'A plate of green salad with tomatoes, cucumber and flowers, fork and knife beside it',
    draw: (random) =>
      table(random) +
      round('#fffaf2', '#f0dccb') +
      leaves(random, 40, 220, '#4f9a45', 1.7) +
      leaves(random, 26, 210, '#86bf55', 1.4) +
      leaves(random, 10, 190, '#7a2d4b', 1.3) +
      repeat(11, () => {
        const { x, y } = around(random, 210)
        return (
          circle(x, y, 32, '#d8341f') +
          circle(x, y, 22, '#f0604a') +
          circle(x - 8, y - 6, 4, '#ffe1b8') +
          circle(x + 7, y + 6, 4, '#ffe1b8')
        )
      }) +
      repeat(8, () => {
        const { x, y } = around(random, 210)
        return circle(x, y, 34, '#5f9e3f') + circle(x, y, 28, '#d8edb0') + circle(x, y, 12, '#bfdc8c')
      }) +
      fork +
      knife,
  },
  curry: {
    alt: 'A copper bowl of curry with cream, coriander and a side of rice',
    draw: (random) =>
      table(random) +
      round('#d9701e', '#a9552c') +
      repeat(16, () => {
        const { x, y } = around(random, 230)
        return rect(
          x - 34,
          y - 28,
          68,
          56,
          random.pick(['#fff1d8', '#f3a93c', '#b8431b']),
          `rx="16" transform="rotate(${random.int(0, 90)} ${n(x)} ${n(y)})"`,
        )
      }) +
      stroke('M520 400c120-80 260 0 220 100s-220 90-220 0 110-110 150-50', '#fff6e6', 12, 'opacity=".9"') +
      leaves(random, 10, 200, '#3f8a3a', 0.9) +
      circle(150, 800, 190, '#fff3e2') +
      repeat(60, () =>
        ellipse(
          150 + random.between(-130, 130),
          800 + random.between(-120, 120),
          13,
          5,
          '#e9d5b5',
          `transform="rotate(${random.int(-30, 30)} 150 800)"`,
        ),
      ),
  },
  tart: {
    alt: 'A round fruit tart from above, one slice already missing',
    draw: (random) =>
      table(random) +
      round('#fffaf2', '#f0dccb') +
      circle(640, 480, 250, '#c98440') +
      repeat(36, (i) => circle(640 + Math.cos(i * 0.1745) * 248, 480 + Math.sin(i * 0.1745) * 248, 23, '#d99a55')) +
      circle(640, 480, 222, '#ffe7ae') +
      repeat(4, (ring) =>
        repeat(6 + ring * 7, (i) => {
          const a = (i / (6 + ring * 7)) * 6.283 + ring
          const r = 36 + ring * 54
          return (
            circle(640 + Math.cos(a) * r, 480 + Math.sin(a) * r, 24, ['#c21f3f', '#e2482a', '#6b2a63', '#c21f3f'][ring] ?? '#c21f3f') +
            circle(633 + Math.cos(a) * r, 473 + Math.sin(a) * r, 6, '#fff', 'opacity=".6"')
          )
        }),
      ) +
      path('M640 480L930 330V560z', '#fffaf2') +
      stroke('M640 480l246-127M640 480l266 68', '#b06f30', 6) +
      fork,
  },
} satisfies Record<string, SceneKind>
