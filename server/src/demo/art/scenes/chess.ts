import type { Palette } from '../palettes.ts'
import { circle, group, n, path, rect, repeat, rings } from '../svg.ts'
import { height, type SceneKind, skyOf, width } from './scene-kind.ts'

/** Pieces stand on (0, 0) and are about 100 wide; the king is 250 high. */
const foot = 'M-56 0c0-18 10-26 26-30l8-14h44l8 14c16 4 26 12 26 30z'
const pieces = {
  pawn: `${foot}M-24-40c14-30 14-52 8-72h32c-6 20-6 42 8 72zM-30-112h60v-12h-60zM0-196a38 38 0 1 0 .1 0z`,
  rook: `${foot}M-30-40c10-40 12-80 10-108h40c-2 28 0 68 10 108zM-42-146h84l6-66H26v20H12v-20h-24v20h-14v-20h-22z`,
  bishop: `${foot}M-26-40c14-30 16-70 10-96h32c-6 26-4 66 10 96zM-32-136h64v-12h-64zM0-238c30 24 40 50 26 84h-52c-14-34-4-60 26-84zM0-256a9 9 0 1 0 .1 0z`,
  knight: `${foot}M-40-40c-4-60 30-76 26-112-14 8-26 18-42 16l-16-22c18-28 40-62 74-70l-2-22 22 16c44 18 58 70 42 194z`,
  queen: `${foot}M-28-40c14-44 16-90 10-124h36c-6 34-4 80 10 124zM-38-164h76v-14h-76zM-34-182l-22-64 28 24 10-38 18 34 18-34 10 38 28-24-22 64z`,
  king: `${foot}M-30-40c14-44 16-90 10-124h40c-6 34-4 80 10 124zM-40-164h80v-14h-80zM-36-182c-26-60 10-74 36-46 26-28 62-14 36 46zM-6-280h12v14h14v12H6v18H-6v-18h-14v-12h14z`,
} as const
type Piece = keyof typeof pieces
const piece = (kind: Piece, x: number, y: number, s: number, color: string, edge: string) =>
  group(path(pieces[kind], color, `stroke="${edge}" stroke-width="3"`), `transform="translate(${n(x)} ${n(y)}) scale(${s})"`)

const floor = ({ land, light }: Palette) =>
  rect(0, 640, width, height - 640, land[2]) +
  repeat(5, (row) =>
    repeat(16, (i) => {
      const y = [640, 676, 724, 790, 880, 1000]
      const [a = 0, b = 0] = [y[row], y[row + 1]]
      const at = (x: number, d: number) => n(640 + (x - 8) * (70 + (d - 640) * 0.62))
      return (i + row) % 2 ? path(`M${at(i, a)} ${a}H${at(i + 1, a)}L${at(i + 1, b)} ${b}H${at(i, b)}z`, light, 'opacity=".8"') : ''
    }),
  )
const hall = (palette: Palette) =>
  skyOf(palette) + rings(640, 420, 190, 54, 9, palette.light) + circle(640, 420, 170, palette.sun[1]) + floor(palette)

/** The sixty-four squares. */
export const chess = {
  duel: {
    alt: 'Two chess kings face each other on a board that runs to the horizon, the sun between them',
    draw: (random, palette) =>
      hall(palette) +
      piece('king', 390, 800, 1.9, '#fff3e2', palette.land[3]) +
      piece('king', 890, 800, 1.9, palette.land[3], palette.light) +
      piece(random.pick(['pawn', 'knight']), 560, 700, 0.9, '#fff3e2', palette.land[3]) +
      piece(random.pick(['pawn', 'bishop']), 740, 700, 0.9, palette.land[3], palette.light),
  },
  knight: {
    alt: 'A white chess knight alone in front of dark pieces, lit by a low sun',
    draw: (random, palette) =>
      hall(palette) +
      random
        .shuffle(['rook', 'bishop', 'queen', 'king', 'pawn'] as const)
        .map((kind, i) => piece(kind, 250 + i * 195, 706, 1.05, palette.land[3], palette.light))
        .join('') +
      piece('knight', 640, 880, 2.2, '#fff3e2', palette.land[3]),
  },
  pawn: {
    alt: 'A single pawn walks the long board toward the light',
    draw: (_, palette) =>
      hall(palette) +
      path('M610 850h60l150 110H460z', '#0004') +
      piece('pawn', 640, 860, 2.1, '#fff3e2', palette.land[3]) +
      piece('rook', 240, 700, 1, palette.land[3], palette.light) +
      piece('queen', 1040, 700, 1, palette.land[3], palette.light),
  },
  board: {
    alt: 'A chessboard from above in the middle of a game',
    draw: (random, { land, light, sky }) => {
      const cell = 96
      const squares = random.shuffle(Array.from({ length: 64 }, (_, i) => i)).slice(0, 14)
      const kinds: readonly Piece[] = [
        'king',
        'pawn',
        'pawn',
        'rook',
        'pawn',
        'bishop',
        'queen',
        'king',
        'pawn',
        'pawn',
        'knight',
        'rook',
        'pawn',
        'bishop',
      ]
      return (
        rect(0, 0, width, height, land[3]) +
        rect(236, 76, 808, 808, sky[2], 'rx="16"') +
        repeat(64, (i) =>
          rect(256 + (i % 8) * cell, 96 + Math.floor(i / 8) * cell, cell, cell, (i + Math.floor(i / 8)) % 2 ? land[1] : light),
        ) +
        squares
          .map((square, i) =>
            piece(
              kinds[i] ?? 'pawn',
              304 + (square % 8) * cell,
              186 + Math.floor(square / 8) * cell,
              0.32,
              i < 7 ? '#fffaf2' : '#2a0f1c',
              i < 7 ? '#4a1230' : '#ffd9a8',
            ),
          )
          .join('')
      )
    },
  },
} satisfies Record<string, SceneKind>
