import type { Palette } from '../palettes.ts'
import type { Random } from '../random.ts'
import { circle, group, path, rect, repeat, rings, stroke } from '../svg.ts'
import { height, type SceneKind, skyOf, width } from './scene-kind.ts'

const beams = (random: Random, { light, sun }: Palette) =>
  repeat(6, (i) => {
    const x = 140 + i * 200 + random.between(-40, 40)
    const lean = random.between(-220, 220)
    return (
      path(
        `M${x} -20L${x + lean - 120} 800H${x + lean + 120}z`,
        i % 2 ? '#ff4d6d' : light,
        `opacity="${random.between(0.14, 0.3).toFixed(2)}"`,
      ) + circle(x, 10, 12, sun[0])
    )
  })
const crowd = (random: Random, color: string) =>
  repeat(24, (i) => {
    const x = i * 56 + random.between(-14, 14)
    const y = 812 + random.between(-16, 26)
    return (
      circle(x, y, 30, color) +
      rect(x - 36, y + 24, 72, 200, color, 'rx="32"') +
      (random.chance(0.55) ? stroke(`M${x + 24} ${y + 40}l${random.between(4, 30).toFixed(0)} -${random.int(70, 120)}`, color, 17) : '')
    )
  })
const stage = (random: Random, palette: Palette, artist: string) =>
  skyOf(palette) +
  beams(random, palette) +
  circle(640, 500, 150, palette.sun[0], 'opacity=".12"') +
  rings(640, 470, 110, 48, 9, palette.light) +
  circle(640, 470, 92, palette.sun[1]) +
  artist +
  rect(120, 716, 1040, 18, palette.light, 'opacity=".85"') +
  rect(0, 734, width, 300, palette.land[3]) +
  crowd(random, palette.land[2])

const body = (color: string) => circle(640, 430, 42, color) + path('M594 560c0-58 16-84 46-84s46 26 46 84l18 160H576z', color)
const singer = ({ land }: Palette) =>
  body(land[3]) + stroke('M676 520L742 452', land[3], 22) + stroke('M760 436V720M736 720h48', land[3], 6) + circle(760, 430, 12, land[3])
const guitarist = ({ land, light, sun }: Palette) =>
  body(land[3]) +
  group(
    path('M0 0c-34-24-80-10-84 26s30 62 66 46c18-8 26 4 48 2 30-4 44-34 26-58s-38-4-56-16z', sun[2]) +
      circle(-26, 36, 16, land[3]) +
      rect(16, 16, 170, 13, light, 'rx="4"') +
      rect(180, 8, 34, 28, land[3], 'rx="6"'),
    'transform="translate(636 560) rotate(-18)"',
  ) +
  stroke('M606 520l-30 66 44 22M676 516l78 30', land[3], 22)
const pianist = ({ land, light }: Palette) =>
  circle(500, 470, 38, land[3]) +
  path('M452 716c0-140 10-204 52-204s46 60 46 120v84z', land[3]) +
  stroke('M524 560l96 40', land[3], 20) +
  path('M590 610h290c46 0 70 30 70 106H590z', land[3]) +
  path('M600 606c90-110 250-150 330-130l-24 130z', land[3]) +
  rect(594, 602, 120, 10, light) +
  rect(450, 660, 90, 56, land[2])

/** Nights on a stage. */
export const concert = {
  singer: {
    alt: 'A singer in silhouette on a stage, rings of light behind and a crowd with raised hands in front',
    draw: (random, palette) => stage(random, palette, singer(palette)),
  },
  guitar: {
    alt: 'A guitarist in front of a glowing sun, coloured spotlights over a dark crowd',
    draw: (random, palette) => stage(random, palette, guitarist(palette)),
  },
  piano: {
    alt: 'A pianist at a grand piano on a stage, lit from behind',
    draw: (random, palette) => stage(random, palette, pianist(palette)),
  },
  studio: {
    alt: 'A studio microphone in front of rings of warm light, a mixing desk below it',
    draw: (random, palette) =>
      skyOf(palette) +
      rings(640, 400, 150, 58, 9, palette.light) +
      circle(640, 400, 130, palette.sun[2], 'opacity=".5"') +
      stroke('M640 560v240', palette.land[3], 16) +
      stroke('M540 400c0 190 200 190 200 0', palette.land[3], 16) +
      rect(570, 230, 140, 270, palette.land[3], 'rx="70"') +
      repeat(6, (i) => rect(590, 268 + i * 32, 100, 9, palette.light, 'rx="4.500" opacity=".75"')) +
      rect(0, 780, width, height - 780, palette.land[3]) +
      repeat(22, (i) => {
        const y = random.int(816, 900)
        return (
          rect(40 + i * 56, 800, 6, 140, palette.land[1], 'rx="3"') +
          rect(28 + i * 56, y, 30, 18, i % 5 ? palette.light : '#ff5c7c', 'rx="5"')
        )
      }),
  },
} satisfies Record<string, SceneKind>
