import { useId } from 'react'
import { countTo } from './count-to.ts'
import { dice, hash } from './seed.ts'

/** What a pass is drawn with: a night of one hue, a glow of another, and where its rings stand. */
export type Palette = { night: number; glow: number; x: number; y: number; gap: number; rings: number }

/** The palette of a creator, by handle: fixed, and of its own for each. */
export function paletteOf(handle: string): Palette {
  const roll = dice(hash(`pass of ${handle.toLowerCase()}`))
  // From dusk blue over violet and crimson to ember: every night is of one family.
  const night = (250 + Math.round(roll() * 145)) % 360
  return {
    night,
    glow: (night + 15 + Math.round(roll() * 75)) % 360,
    x: 150 + Math.round(roll() * 170),
    y: Math.round(roll() * 90),
    gap: 15 + Math.round(roll() * 14),
    rings: 5 + Math.round(roll() * 5),
  }
}

/** The night of a creator's passes, drawn: the same wherever one of them is shown. Colours are attributes, since a page has no inline styles. */
export function PassArt({ handle }: { handle: string }) {
  const id = useId().replace(/\W/g, '')
  const { night, glow, x, y, gap, rings } = paletteOf(handle)
  return (
    <svg className="night-art" viewBox="0 0 320 400" preserveAspectRatio="xMaxYMin slice" aria-hidden="true">
      <defs>
        <linearGradient id={`${id}n`} x2="0.6" y2="1">
          <stop stopColor={`oklch(0.31 0.1 ${night})`} />
          <stop offset="0.7" stopColor={`oklch(0.17 0.045 ${night})`} />
        </linearGradient>
        <radialGradient id={`${id}g`} gradientUnits="userSpaceOnUse" cx={x} cy={y} r="230">
          <stop stopColor={`oklch(0.7 0.18 ${glow})`} stopOpacity="0.75" />
          <stop offset="0.45" stopColor={`oklch(0.5 0.16 ${glow})`} stopOpacity="0.28" />
          <stop offset="1" stopColor={`oklch(0.3 0.1 ${night})`} stopOpacity="0" />
        </radialGradient>
      </defs>
      <rect width="320" height="400" fill={`url(#${id}n)`} />
      <rect width="320" height="400" fill={`url(#${id}g)`} />
      {countTo(rings).map((nth) => (
        <circle
          key={nth}
          cx={x}
          cy={y}
          r={22 + nth * gap}
          fill="none"
          stroke={`oklch(0.86 0.1 ${glow})`}
          strokeOpacity={(0.5 - nth * 0.045).toFixed(2)}
          strokeWidth="1.6"
          strokeDasharray={`${60 + nth * 26} ${10 + ((nth * 7) % 18)}`}
        />
      ))}
    </svg>
  )
}
