import type { Colors } from './face.ts'
import { circle, ellipse, path, rect, repeat, stroke } from './svg.ts'

/** A way to wear one's hair: what hangs behind the head, and what falls over it. */
type Hairdo = { back?: (c: Colors) => string; front: (c: Colors) => string }

const skull = 'M60 11c-21 0-29 17-28 43h56c1-26-7-43-28-43z'
const swept = 'M60 12c-20 0-29 14-28 37 11-4 21-12 27-23 7 12 17 19 29 21 1-21-8-35-28-35z'
const parted =
  'M60 12c-19 0-29 14-28 37 0 5-1 9-2 13 8-8 14-19 18-29 4-6 8-9 12-11 4 2 8 5 12 11 4 10 10 21 18 29-1-4-2-8-2-13 1-23-9-37-28-37z'
const cloud = (spots: readonly (readonly [number, number, number])[], fill: string) =>
  spots.map(([x, y, r]) => circle(x, y, r, fill)).join('')
const braid = (x: number, c: Colors) =>
  repeat(6, (i) => ellipse(x + (i % 2 ? 1.5 : -1.5), 62 + i * 8, 6.5 - i * 0.4, 5.6, i % 2 ? c.hair : c.hairShade)) +
  circle(x, 108, 3.2, c.accent)

const plain = {
  long: {
    back: (c) =>
      path('M60 10c-26 0-36 20-36 46 0 22-6 34-12 44 12 6 22 2 27-4h42c5 6 15 10 27 4-6-10-12-22-12-44 0-26-10-46-36-46z', c.hairShade),
    front: (c) =>
      path(
        'M60 11c-22 0-32 16-31 40 5-2 9-7 11-13 1 5 0 8-1 12 9-3 15-9 18-17 1 6 0 9-1 13 8-3 14-7 17-13 3 9 8 15 18 18 1-24-9-40-31-40z',
        c.hair,
      ),
  },
  bob: {
    back: (c) => path('M60 9C36 9 28 28 29 50c1 20-2 26-2 40h66c0-14-3-20-2-40C92 28 84 9 60 9z', c.hairShade),
    front: (c) => path('M60 11c-20 0-29 14-28 34 14-1 24-7 30-18 5 10 13 17 26 18 1-20-8-34-28-34z', c.hair),
  },
  short: { front: (c) => path('M58 12C40 10 30 24 33 48c4-4 6-10 9-14 12 3 30 2 38-7 3 6 4 14 7 21 4-24-4-38-29-36z', c.hair) },
  buns: {
    back: (c) =>
      circle(30, 24, 14, c.hairShade) +
      circle(90, 24, 14, c.hairShade) +
      circle(29, 22, 8, c.hair, 'opacity=".6"') +
      circle(91, 22, 8, c.hair, 'opacity=".6"') +
      path(skull, c.hairShade),
    front: (c) =>
      path(
        'M60 13c-20 0-28 14-27 32 6-2 9-7 11-12 2 4 2 7 1 11 7-3 11-8 13-14 2 6 6 11 13 14-1-4-1-7 1-11 2 5 5 10 15 12 1-18-7-32-27-32z',
        c.hair,
      ),
  },
  ponytail: {
    back: (c) =>
      path('M74 16c24-6 36 12 32 36-2 14-9 22-5 38-15-6-22-20-20-38 1-12-1-24-7-36z', c.hairShade) +
      path(skull, c.hairShade) +
      ellipse(85, 22, 5, 8, c.accent, 'transform="rotate(-38 85 22)"'),
    front: (c) => path(swept, c.hair),
  },
  wavy: {
    back: (c) =>
      path(
        'M60 9c-25 0-35 17-36 39-1 12-8 16-6 26 2 8-5 13-3 23 8 9 21 6 27 0h36c6 6 19 9 27 0 2-10-5-15-3-23 2-10-5-14-6-26C95 26 85 9 60 9z',
        c.hairShade,
      ),
    front: (c) => path(parted, c.hair),
  },
  topknot: {
    back: (c) => circle(60, 10, 11, c.hairShade) + circle(58, 8, 6, c.hair, 'opacity=".6"') + path(skull, c.hairShade),
    front: (c) => path('M60 13c-19 0-28 13-27 35 5-5 8-10 10-15 11-6 23-6 34 0 2 5 5 10 10 15 1-22-8-35-27-35z', c.hair),
  },
  braids: { back: (c) => path(skull, c.hairShade) + braid(30, c) + braid(90, c), front: (c) => path(parted, c.hair) },
} satisfies Record<string, Hairdo>

const cropped = {
  curly: {
    back: (c) =>
      cloud(
        [
          [36, 40, 14],
          [84, 40, 14],
          [32, 56, 11],
          [88, 56, 11],
          [60, 20, 18],
          [44, 24, 14],
          [76, 24, 14],
          [33, 70, 9],
          [87, 70, 9],
        ],
        c.hairShade,
      ),
    front: (c) =>
      cloud(
        [
          [38, 36, 8],
          [46, 27, 9],
          [57, 22, 9],
          [68, 23, 9],
          [77, 29, 8],
          [83, 38, 7],
        ],
        c.hair,
      ),
  },
  afro: {
    back: (c) =>
      circle(60, 42, 39, c.hairShade) +
      repeat(14, (i) => circle(60 + 37 * Math.cos((i / 14) * 6.283), 42 + 37 * Math.sin((i / 14) * 6.283), 8, c.hairShade)),
    front: (c) => path('M34 54c-2-26 10-36 26-36s28 10 26 36c-6-14-14-21-26-21s-20 7-26 21z', c.hair),
  },
  buzz: { front: (c) => path('M34.500 52c-2-24 9-34 25.500-34s27.500 10 25.500 34c-2-8-4-13-7-16-11-6-26-6-37 0-3 3-5 8-7 16z', c.hair) },
  quiff: {
    front: (c) =>
      path('M33.500 52c-4-20 2-31 12-35 4-9 21-13 33-7 11 4 11 14 8 18 4 7 3 16 0 24-2-8-5-13-8-17-14 3-28 1-37-4-4 5-6 12-8 21z', c.hair),
  },
  pixie: {
    front: (c) => path('M60 11c-23 0-32 16-28 41 4-3 6-7 7-12 13 2 27-2 35-13 2 8 7 13 13 15 1 5 1 8 1 10 4-25-5-41-28-41z', c.hair),
  },
  bald: { front: () => stroke('M46 31c4-3 8-4 12-4', '#fff', 3, 'opacity=".35"') },
} satisfies Record<string, Hairdo>

const covered = {
  scarf: {
    back: (c) => path('M60 7c-30 0-39 24-37 53 1 20-5 34-9 46h92c-4-12-10-26-9-46 2-29-7-53-37-53z', c.hairShade),
    front: (c) =>
      path(
        'M60 10c-25 0-34 19-33 46 1 22 12 42 33 44 21-2 32-22 33-44 1-27-8-46-33-46zm0 19c14 0 21 11 21 27 0 17-9 30-21 30s-21-13-21-30c0-16 7-27 21-27z',
        c.hair,
        'fill-rule="evenodd"',
      ) +
      path('M31 80c8 14 18 19 29 19s21-5 29-19l8 22c-12 14-62 14-74 0z', c.hair) +
      stroke('M36 92c12 14 36 16 50 2M44 104c14 7 30 5 40-4', c.hairShade, 2, 'opacity=".7"'),
  },
  beanie: {
    front: (c) =>
      path('M36 44h48l3 14c-3-4-5-8-6-12H39c-1 4-3 8-6 12z', c.hair) +
      path('M31 42c0-25 12-34 29-34s29 9 29 34z', c.accent) +
      rect(28, 36, 64, 12, c.accent, 'rx="6" stroke="#0003" stroke-width="1.500"') +
      stroke('M46 14c-4 6-5 14-5 20M60 11v23M74 14c4 6 5 14 5 20', '#0003', 2),
  },
  cap: {
    front: (c) =>
      path('M34 46h52l1 12c-3-4-5-8-6-12H39c-1 4-3 8-6 12z', c.hair) +
      path('M32 43c0-24 11-33 28-33s28 9 28 33z', c.accent) +
      path('M34 42c14-6 40-6 58 2 6 3 6 6 0 6-20-5-38-5-58-2z', c.accent, 'stroke="#0003" stroke-width="1.500"') +
      circle(60, 11, 2.6, '#0004'),
  },
} satisfies Record<string, Hairdo>

const hairdos: Record<keyof typeof plain | keyof typeof cropped | keyof typeof covered, Hairdo> = { ...plain, ...cropped, ...covered }

/** One way to wear hair. */
export type HairKind = keyof typeof hairdos
/** Every way to wear hair. */
export const hairKinds = Object.keys(hairdos) as HairKind[]
/** What hangs behind the head. */
export const hairBehind = (kind: HairKind, c: Colors) => hairdos[kind].back?.(c) ?? ''
/** What falls over the head. */
export const hairOver = (kind: HairKind, c: Colors) => hairdos[kind].front(c)
