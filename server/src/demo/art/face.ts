import { circle, ellipse, path, stroke } from './svg.ts'

/** What a face is coloured with; `skinShade` and `hairShade` are the same colours in shadow. */
export type Colors = {
  skin: string
  skinShade: string
  hair: string
  hairShade: string
  clothes: string
  eye: string
  brow: string
  accent: string
  lip: string
}

/** Ways to look. */
export const eyeKinds = ['open', 'smiling', 'wink', 'calm', 'bright'] as const
/** One way to look. */
export type EyeKind = (typeof eyeKinds)[number]
/** Ways to smile. */
export const mouthKinds = ['laugh', 'smile', 'grin', 'soft'] as const
/** One way to smile. */
export type MouthKind = (typeof mouthKinds)[number]

const openEye = (x: number, color: string, r = 1) => ellipse(x, 57, 4.6 * r, 6.4 * r, color) + circle(x + 1.8, 54.4, 1.9 * r, '#fff')
const shutEye = (x: number, color: string) => stroke(`M${x - 5.5} 58.5c2.500-4.500 8.500-4.500 11 0`, color, 3)
const brightEye = (x: number, { eye, accent }: Colors) =>
  ellipse(x, 57, 5.2, 6.8, eye) + ellipse(x, 59.4, 3.4, 3.6, accent) + circle(x + 1.9, 53.8, 2, '#fff') + circle(x - 1.8, 60.6, 1, '#fff')

const eyes: Record<EyeKind, (c: Colors) => string> = {
  open: (c) => openEye(48, c.eye) + openEye(72, c.eye),
  smiling: (c) => shutEye(48, c.eye) + shutEye(72, c.eye),
  wink: (c) => openEye(48, c.eye) + shutEye(72, c.eye),
  calm: (c) => openEye(48, c.eye, 0.8) + openEye(72, c.eye, 0.8),
  bright: (c) => brightEye(48, c) + brightEye(72, c),
}

const mouths: Record<MouthKind, (c: Colors) => string> = {
  laugh: (c) =>
    path('M52.500 73c3 6.500 12 6.500 15 0z', c.lip, `stroke="${c.lip}" stroke-width="1.600" stroke-linejoin="round"`) +
    path('M54 73.200h12l-1 1.900h-10z', '#fff'),
  smile: (c) => stroke('M53 73.500c3.500 4.500 10.500 4.500 14 0', c.lip, 2.4),
  grin: (c) => path('M51.500 72.500c4 7 13 7 17 0z', '#fff', `stroke="${c.lip}" stroke-width="1.800" stroke-linejoin="round"`),
  soft: (c) => stroke('M55.500 74.500c2.500 2.600 6.500 2.600 9 0', c.lip, 2.4),
}

/** Neck and shoulders are under the face: they are drawn first. */
export const neck = (c: Colors) => path('M50 76h20v18c-4 7-16 7-20 0z', c.skinShade)

/** The face itself: ears, head, cheeks, eyes, brows, nose and mouth. */
export const face = (c: Colors, kind: { eyes: EyeKind; mouth: MouthKind }) =>
  circle(35.5, 59, 5.5, c.skinShade) +
  circle(84.5, 59, 5.5, c.skinShade) +
  path('M35 54c0-20 10-30 25-30s25 10 25 30c0 19-12 33-25 33S35 73 35 54z', c.skin) +
  ellipse(42.5, 67.5, 6, 3.4, '#ff6f6a', 'opacity=".38"') +
  ellipse(77.5, 67.5, 6, 3.4, '#ff6f6a', 'opacity=".38"') +
  stroke('M60 62.500c1.600 2.200 1.400 4-.8 4.300', c.skinShade, 1.8) +
  eyes[kind.eyes](c) +
  stroke('M42 48.500c3-3 8-3.400 11-1.300M67 47.200c3-2.100 8-1.700 11 1.300', c.brow, 2.4) +
  mouths[kind.mouth](c)

/** Freckles on both cheeks. */
export const freckles = (c: Colors) =>
  [
    [42, 64],
    [46, 66],
    [39.5, 67],
    [74, 66],
    [78, 64],
    [80.5, 67],
  ]
    .map(([x = 0, y = 0]) => circle(x, y, 0.9, c.skinShade))
    .join('')
