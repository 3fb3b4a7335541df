import { dunes, forest, hills, mountains, skyline } from './covers/land.ts'
import { aurora, equaliser, grid, lanterns } from './covers/lights.ts'
import { islands, sea, waves } from './covers/water.ts'
import { type PaletteName, paletteNames, palettes } from './palettes.ts'
import { randomOf } from './random.ts'
import { linear, rect, stars, sun, svg } from './svg.ts'

const families = { skyline, mountains, forest, dunes, hills, sea, waves, islands, equaliser, grid, aurora, lanterns }

/** The land under the sky. */
export type CoverFamily = keyof typeof families
/** Every land there is. */
export const coverFamilies = Object.keys(families) as CoverFamily[]
/** What makes a cover this cover. */
export type CoverTraits = { family: CoverFamily; palette: PaletteName }

const size = { width: 1312, height: 428 }

/** A wide picture above a profile: a sky, a sun with its rings, and one of twelve lands. */
export function cover(seed: string, fixed: Partial<CoverTraits> = {}): string {
  const random = randomOf(`cover/${seed}`)
  const family = fixed.family ?? random.pick(coverFamilies)
  const palette = fixed.palette ?? random.pick(family === 'aurora' ? (['night', 'teal'] as const) : paletteNames)
  const colors = palettes[palette]
  const sunX = random.int(720, 1010)
  const sunY = family === 'aurora' ? 90 : random.int(205, 262)
  const radius = family === 'aurora' ? 34 : random.int(74, 108)
  const [top, high, low, horizon] = colors.sky
  const sky = linear('sky', [
    [0, top],
    [0.36, high],
    [0.64, low],
    [0.88, horizon],
  ])
  return svg(
    size,
    size,
    sky +
      rect(0, 0, size.width, size.height, 'url(#sky)') +
      stars(random, size.width, 200, 90) +
      sun(sunX, sunY, radius, colors.sun) +
      families[family](random, colors, sunX),
  )
}
