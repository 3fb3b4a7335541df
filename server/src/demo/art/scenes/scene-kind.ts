import type { Palette } from '../palettes.ts'
import type { Random } from '../random.ts'
import { linear, rect } from '../svg.ts'

/** One picture that can be drawn in endless ways on 1280 × 960; its words for those who do not see it are always true of it. */
export type SceneKind = { alt: string; draw: (random: Random, palette: Palette) => string }
/** How a kind of scene is drawn. */
export type Draw = SceneKind['draw']

/** The width of the canvas that scenes are drawn on. */
export const width = 1280
/** The height of that canvas. */
export const height = 960

/** The sky of a palette over the whole canvas; the crops of other shapes keep the middle of it. */
export const skyOf = ({ sky: [top, high, low, horizon] }: Palette) =>
  linear('sky', [
    [0, top],
    [0.4, high],
    [0.72, low],
    [1, horizon],
  ]) + rect(0, 0, width, height, 'url(#sky)')

/** A wall with light that falls from above. */
export const wallOf = (far: string, near: string) =>
  linear('wall', [
    [0, far],
    [1, near],
  ]) + rect(0, 0, width, height, 'url(#wall)')
