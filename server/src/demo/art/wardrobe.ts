import type { Colors } from './face.ts'
import { circle, ellipse, path, rect, repeat, stroke } from './svg.ts'

const torso = 'M17 124c2-22 16-31 33-33 4 7 16 7 20 0 17 2 31 11 33 33z'

const clothes = {
  collar: (c: Colors) => path(torso, c.clothes) + path('M47 91c4 10 22 10 26 0l5 2c-5 15-31 15-36 0z', '#fff', 'opacity=".88"'),
  hoodie: (c: Colors) =>
    path(torso, c.clothes) +
    path('M42 92c-6 4-8 9-6 14 8 9 40 9 48 0 2-5 0-10-6-14-4 12-32 12-36 0z', '#fff', 'opacity=".18"') +
    stroke('M53 104v12M67 104v12', '#fff', 2, 'opacity=".8"'),
  vneck: (c: Colors) =>
    path(torso, c.clothes) +
    path('M48 91l12 19 12-19c-4 6-20 6-24 0z', c.skinShade) +
    stroke('M47 91l13 20 13-20', '#fff', 2.4, 'opacity=".55"'),
  stripes: (c: Colors) =>
    path(torso, c.clothes) +
    stroke('M27 103c20 6 46 6 66 0M21 112c24 7 54 7 78 0', '#fff', 4, 'opacity=".8"') +
    stroke('M48 92c4 8 20 8 24 0', '#fff', 3, 'opacity=".9"'),
  turtleneck: (c: Colors) =>
    path(torso, c.clothes) + rect(47, 82, 26, 14, c.clothes, 'rx="6"') + stroke('M49 90c6 3 16 3 22 0', '#0003', 1.8),
  apron: (c: Colors) =>
    path(torso, '#fff3e6') +
    path('M44 98h32l5 26H39z', c.clothes) +
    stroke('M45 98l-3-7M75 98l3-7', c.clothes, 3.4) +
    rect(53, 110, 14, 14, '#fff', 'opacity=".25" rx="2"'),
  jacket: (c: Colors) =>
    path(torso, c.clothes) +
    path('M50 92l10 30 10-30c-4 6-16 6-20 0z', '#fff6ee') +
    path('M49 91l-8 8 10 6-4 6 12 13M71 91l8 8-10 6 4 6-12 13', '#0000', 'stroke="#0004" stroke-width="2"') +
    circle(60, 114, 1.6, '#0005'),
  neon: (c: Colors) =>
    path(torso, c.clothes) +
    stroke('M24 112c6-11 14-16 24-18 3 9 21 9 24 0 10 2 18 7 24 18', c.accent, 2.6) +
    path('M54 106h12l-6 9z', c.accent) +
    circle(35, 112, 2.2, c.accent) +
    circle(85, 112, 2.2, c.accent),
}
/** One kind of clothes. */
export type ClothesKind = keyof typeof clothes
/** What chance may dress people in; neon and aprons are chosen by hand. */
export const clothesKinds = (Object.keys(clothes) as ClothesKind[]).filter((kind) => kind !== 'neon' && kind !== 'apron')
/** Shoulders in the given clothes. */
export const dress = (kind: ClothesKind, c: Colors) => clothes[kind](c)

const glass = (shape: (x: number) => string) =>
  shape(48) + shape(72) + stroke('M56.500 56c2-1.600 5-1.600 7 0M39.500 55l-4-1.500M80.500 55l4-1.500', '#2a1a22', 1.8)
const beard =
  'M36 60c2 16 11 30 24 30s22-14 24-30c-3 6-6 8-10 8-5-2-9-2-14 0-5-2-9-2-14 0-4 0-7-2-10-8zm24 11.500c4 0 7 1 9 2.500-3 5-15 5-18 0 2-1.500 5-2.500 9-2.500z'
const extras = {
  round: () => glass((x) => circle(x, 57, 8.6, '#fff2', 'stroke="#2a1a22" stroke-width="1.800"')),
  square: () => glass((x) => rect(x - 8.6, 49.5, 17.2, 14, '#fff2', 'rx="4" stroke="#2a1a22" stroke-width="1.800"')),
  beard: (c: Colors) => path(beard, c.hairShade, 'fill-rule="evenodd"'),
  moustache: (c: Colors) => path('M60 69c-4-2.500-10-1-13 3.500 5 0 9 .5 13-1 4 1.500 8 1 13 1-3-4.500-9-6-13-3.500z', c.hairShade),
  earrings: (c: Colors) => circle(34.5, 67, 2.6, c.accent) + circle(85.5, 67, 2.6, c.accent),
  headphones: (c: Colors) =>
    stroke('M29 56C26 20 44 8.500 60 8.500S94 20 91 56', c.accent, 5.5) +
    rect(22, 48, 13, 24, c.accent, 'rx="6.500"') +
    rect(85, 48, 13, 24, c.accent, 'rx="6.500"') +
    rect(25, 53, 5, 14, '#fff', 'rx="2.500" opacity=".5"') +
    rect(90, 53, 5, 14, '#fff', 'rx="2.500" opacity=".5"'),
  microphone: (c: Colors) => stroke('M30 68c2 12 10 16 18 15', '#2a1a22', 2.4) + ellipse(49, 82.5, 4, 3, c.accent),
  halo: (c: Colors) =>
    ellipse(60, 8.5, 24, 5.4, 'none', `stroke="${c.accent}" stroke-width="3"`) +
    ellipse(60, 8.5, 24, 5.4, 'none', 'stroke="#fff" stroke-width="1" opacity=".8"'),
  circuit: (c: Colors) =>
    stroke('M37 70l5 4v6M83 70l-5 4v6', c.accent, 1.6) + circle(42, 81, 1.7, c.accent) + circle(78, 81, 1.7, c.accent),
}
/** Something worn on top. */
export type ExtraKind = keyof typeof extras
/** Glasses, beard, headphones… over the face. */
export const wear = (kind: ExtraKind, c: Colors) => extras[kind](c)

const backdrops = {
  discs: (near: string) => circle(92, 26, 46, near) + circle(18, 104, 34, near, 'opacity=".55"'),
  rings: (near: string) =>
    repeat(6, (i) => circle(60, 52, 34 + i * 11, 'none', `stroke="${near}" stroke-width="${4 - i * 0.4}" opacity="${1 - i * 0.12}"`)),
  dawn: (near: string) => circle(60, 60, 48, near) + rect(0, 92, 120, 28, near, 'opacity=".5"'),
  slope: (near: string) => path('M0 70C30 40 70 96 120 30v90H0z', near) + circle(26, 26, 12, near, 'opacity=".6"'),
}
/** One kind of ground behind a face. */
export type BackdropKind = keyof typeof backdrops
/** Every ground behind a face. */
export const backdropKinds = Object.keys(backdrops) as BackdropKind[]
/** The ground behind a face, in a far and a near colour. */
export const backdrop = (kind: BackdropKind, far: string, near: string) => rect(0, 0, 120, 120, far) + backdrops[kind](near)
