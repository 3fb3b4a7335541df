import { circle, ellipse, group, path, rect, repeat, ridge, rings, stars, stroke, sun } from '../svg.ts'
import { height, type SceneKind, skyOf, width } from './scene-kind.ts'

const bars = rect(0, 0, width, 120, '#0b0609') + rect(0, 840, width, 120, '#0b0609')
const person = (x: number, y: number, s: number, color: string) =>
  group(
    circle(0, -150, 24, color) + path('M-34-110c8-16 60-16 68 0l10 110h-88z', color) + path('M-26-4h22v80h-22zM6-4h22v80H6z', color),
    `transform="translate(${x} ${y}) scale(${s})"`,
  )

/** Frames from films that do not exist. */
export const film = {
  road: {
    alt: 'Film still: one car with its headlights on, alone on a straight road at dusk',
    draw: (random, palette) =>
      skyOf(palette) +
      stars(random, width, 400, 60) +
      sun(640, 470, 96, palette.sun) +
      ridge(random, { width, y: 520, bottom: height, swing: 46, steps: 6 }, palette.land[0]) +
      rect(0, 560, width, 400, palette.land[2]) +
      path('M610 560h60l330 400H280z', palette.land[3]) +
      repeat(6, (i) => path(`M${638 - i * 2} ${584 + i * i * 11}h${4 + i * 4}l${i} ${14 + i * 7}h-${4 + i * 6}z`, palette.light)) +
      group(
        path('M-96 0v-52l26-50H70l26 50V0z', '#150a12') +
          path('M-58-60l16-32h84l16 32z', palette.sky[1]) +
          circle(-66, -28, 15, '#fff6d8') +
          circle(66, -28, 15, '#fff6d8') +
          ellipse(-66, -28, 130, 54, palette.light, 'opacity=".22"') +
          ellipse(66, -28, 130, 54, palette.light, 'opacity=".22"'),
        'transform="translate(640 770)"',
      ) +
      bars,
  },
  window: {
    alt: 'Film still: a figure in a doorway, long bars of light from the blinds across the wall',
    draw: (random, palette) =>
      rect(0, 0, width, height, palette.land[3]) +
      repeat(11, (i) =>
        path(
          `M120 ${190 + i * 54}L800 ${130 + i * 62}v30L120 ${212 + i * 54}z`,
          palette.sun[2],
          `opacity="${(0.85 - i * 0.05).toFixed(2)}"`,
        ),
      ) +
      rect(0, 790, width, 170, '#0b0609', 'opacity=".6"') +
      rect(880, 190, 260, 640, palette.sky[2]) +
      path('M880 830h260l120 130H720z', palette.sky[2], 'opacity=".45"') +
      person(1010 + random.int(-20, 20), 750, 2.1, '#12060d') +
      bars,
  },
  cinema: {
    alt: 'An old cinema from the back row: rows of red seats and a bright screen with a landscape on it',
    draw: (random, palette) =>
      rect(0, 0, width, height, '#1b0a13') +
      path('M0 0h170l60 640L0 760zM1280 0h-170l-60 640 230 120z', '#7a1535') +
      repeat(6, (i) => stroke(`M${20 + i * 28} 0l${10 + i * 9} 660M${1260 - i * 28} 0l-${10 + i * 9} 660`, '#5f1029', 7)) +
      group(
        skyOf(palette) +
          sun(700, 430, 120, palette.sun) +
          ridge(random, { width, y: 600, bottom: height, swing: 80, steps: 4 }, palette.land[1]) +
          ridge(random, { width, y: 760, bottom: height, swing: 40, steps: 4 }, palette.land[3]),
        'transform="translate(240 60) scale(.625)"',
      ) +
      path('M240 60h800v600H240z', 'none', 'stroke="#12060d" stroke-width="16"') +
      repeat(4, (row) =>
        repeat(
          9,
          (i) =>
            rect(
              i * 150 - 40 + (row % 2) * 75,
              650 + row * 84,
              128,
              200,
              ['#6b1526', '#8a1c30', '#a5243a', '#bd2f45'][row] ?? '#bd2f45',
              'rx="34"',
            ) + (random.chance(0.22) ? circle(i * 150 + 24 + (row % 2) * 75, 640 + row * 84, 38, '#12060d') : ''),
        ),
      ),
  },
  camera: {
    alt: 'A film camera on a tripod against a big setting sun, two people of the crew beside it',
    draw: (random, palette) =>
      skyOf(palette) +
      rings(640, 470, 250, 56, 8, palette.light) +
      circle(640, 470, 220, palette.sun[1]) +
      ridge(random, { width, y: 740, bottom: height, swing: 24, steps: 4 }, palette.land[2]) +
      stroke('M640 560l-110 250M640 560v240M640 560l110 250', palette.land[3], 18) +
      rect(540, 430, 210, 136, palette.land[3], 'rx="14"') +
      path('M540 470l-80-34v124l80-34z', palette.land[3]) +
      circle(590, 372, 62, palette.land[3]) +
      circle(710, 362, 74, palette.land[3]) +
      circle(590, 372, 22, palette.sun[1]) +
      circle(710, 362, 28, palette.sun[1]) +
      person(880, 730, 1.5, palette.land[3]) +
      person(1010, 740, 1.35, palette.land[3]) +
      rect(0, 0, width, 70, '#0b0609') +
      rect(0, 890, width, 70, '#0b0609'),
  },
} satisfies Record<string, SceneKind>
