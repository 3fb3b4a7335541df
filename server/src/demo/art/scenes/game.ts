import { circle, group, path, rect, repeat, rings, stroke } from '../svg.ts'
import { height, type SceneKind, wallOf, width } from './scene-kind.ts'

/** Games, and the shouting about them. */
export const game = {
  arena: {
    alt: 'An esports arena: two players at lit desks under a giant screen with rings, the crowd in front',
    draw: (random, palette) =>
      wallOf(palette.sky[0], palette.sky[1]) +
      repeat(8, (i) => path(`M${80 + i * 160} -10l${random.int(-160, 160)} 700h90z`, i % 2 ? palette.light : '#ff5c7c', 'opacity=".16"')) +
      rect(310, 110, 660, 380, '#0b0609', 'rx="16"') +
      rect(326, 126, 628, 348, palette.sky[2]) +
      group(
        rings(640, 300, 40, 26, 5, palette.sun[0]) +
          circle(640, 300, 30, palette.sun[0]) +
          path('M326 420l120-90 90 60 150-110 120 90 148-60v164H326z', palette.land[2]),
      ) +
      repeat(2, (i) =>
        group(
          rect(-120, 0, 240, 120, palette.land[3], 'rx="10"') +
            rect(-120, 0, 240, 8, i ? '#ff5c7c' : '#38e8ff') +
            rect(-60, -84, 120, 84, '#150d12', 'rx="8"') +
            circle(0, -130, 34, palette.land[3]) +
            stroke('M-34-130c0-46 68-46 68 0', i ? '#ff5c7c' : '#38e8ff', 9),
          `transform="translate(${400 + i * 480} 670)"`,
        ),
      ) +
      rect(0, 786, width, 180, palette.land[3]) +
      repeat(
        22,
        (i) =>
          circle(i * 60 + random.int(-10, 10), 840 + random.int(-12, 30), 36, palette.land[2]) +
          (random.chance(0.4)
            ? rect(i * 60 + 14, 730, 12, 90, random.pick(['#38e8ff', '#ff5c7c', '#ffc861']), 'rx="6" transform="rotate(12)"')
            : ''),
      ),
  },
  controller: {
    alt: 'A game controller in front of concentric rings of light',
    draw: (random, palette) =>
      wallOf(palette.sky[1], palette.sky[2]) +
      rings(640, 460, 120, 62, 10, palette.light) +
      group(
        path(
          'M-250-120h500c90 0 130 90 150 220 16 110-70 160-140 90l-90-90h-340l-90 90c-70 70-156 20-140-90 20-130 60-220 150-220z',
          '#fff6ee',
        ) +
          circle(-110, 60, 62, '#33272d') +
          circle(-110, 54, 44, '#4d3a44') +
          circle(110, 60, 62, '#33272d') +
          circle(110, 54, 44, '#4d3a44') +
          path('M-262-58h36v-36h40v36h36v40h-36v36h-40v-36h-36z', '#33272d') +
          circle(206, -84, 25, '#ffc861') +
          circle(206, 8, 25, '#3ddc8b') +
          circle(160, -38, 25, '#8db8ff') +
          circle(252, -38, 25, random.pick(['#ff5c7c', '#ff7a52'])),
        'transform="translate(640 460)"',
      ) +
      path(`M0 ${height}V880q640-90 1280 0v80z`, palette.land[3]),
  },
  desk: {
    alt: 'A caster at a desk with headphones and microphone, two screens of statistics glowing behind',
    draw: (random, palette) =>
      wallOf(palette.land[3], palette.sky[1]) +
      repeat(
        2,
        (i) =>
          rect(120 + i * 600, 130, 440, 300, '#0b0609', 'rx="14"') +
          repeat(9, (k) => {
            const h = random.int(40, 220)
            return rect(150 + i * 600 + k * 44, 400 - h, 28, h, k % 3 ? '#8db8ff' : '#ff7a52', 'rx="5"')
          }),
      ) +
      circle(640, 460, 210, palette.light, 'opacity=".14"') +
      path('M430 830c0-170 70-230 210-230s210 60 210 230z', palette.land[0]) +
      circle(640, 460, 116, '#c98f66') +
      path('M524 470c-14-120 40-170 116-170s130 50 116 170c-20-60-40-84-60-96-40 20-80 24-120 10-24 20-40 50-52 86z', '#2b1a1e') +
      stroke('M522 470c-10-200 246-200 236 0', '#ff5c7c', 24) +
      rect(496, 440, 44, 92, '#ff5c7c', 'rx="22"') +
      rect(740, 440, 44, 92, '#ff5c7c', 'rx="22"') +
      stroke('M600 470v14M680 470v14', '#2a1208', 14) +
      stroke('M610 530q30 26 60 0', '#7d2427', 8) +
      rect(0, 800, width, 160, '#150d12') +
      stroke('M760 800V680l-60-50', '#33272d', 14) +
      rect(660, 570, 50, 84, '#33272d', 'rx="24" transform="rotate(-34 684 612)"'),
  },
} satisfies Record<string, SceneKind>
