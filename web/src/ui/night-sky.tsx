import { useId } from 'react'
import { countTo } from './count-to.ts'
import { dice, hash } from './seed.ts'

/** The sky over a town, drawn from a seed: every handle has its own. Used where nobody has chosen a cover. */
export function NightSky({ seed, rings = 9 }: { seed: string; rings?: number }) {
  const id = useId().replace(/\W/g, '')
  const roll = dice(hash(seed))
  const sun = { x: 500 + Math.round(roll() * 520), y: 236 + Math.round(roll() * 40) }
  return (
    <svg viewBox="0 0 1312 428" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
      <defs>
        <linearGradient id={`${id}s`} x2="0" y2="1">
          <stop stopColor="var(--sky-0)" />
          <stop offset=".34" stopColor="var(--sky-1)" />
          <stop offset=".62" stopColor="var(--sky-2)" />
          <stop offset=".86" stopColor="var(--sky-3)" />
        </linearGradient>
        <radialGradient id={`${id}u`}>
          <stop stopColor="var(--sun-0)" />
          <stop offset=".6" stopColor="var(--sun-1)" />
          <stop offset="1" stopColor="var(--sun-2)" />
        </radialGradient>
      </defs>
      <rect width="1312" height="428" fill={`url(#${id}s)`} />
      <path d={stars(roll)} stroke="var(--star)" strokeLinecap="round" strokeWidth="2.4" opacity=".6" />
      {countTo(rings).map((nth) => (
        <circle
          key={nth}
          cx={sun.x}
          cy={sun.y}
          r={90 + nth * 38}
          fill="none"
          stroke="var(--orbit)"
          strokeWidth={2.54 - nth * 0.14}
          opacity={(0.675 - nth * 0.055).toFixed(2)}
        />
      ))}
      <circle cx={sun.x} cy={sun.y} r="104" fill={`url(#${id}u)`} />
      <path d={town(roll, 318, 105)} fill="var(--hill-0)" opacity=".92" />
      <path d={town(roll, 366, 90)} fill="var(--hill-1)" />
      <path d={hills(roll)} fill="var(--hill-2)" />
    </svg>
  )
}

const stars = (roll: () => number): string =>
  Array.from({ length: 46 }, () => `M${Math.round(roll() * 1312)} ${Math.round(roll() * 190)}h.1`).join('')

function town(roll: () => number, ground: number, tall: number): string {
  let x = 0
  let path = ''
  while (x < 1312) {
    const width = 24 + Math.round(roll() * 40)
    path += `M${x} ${ground + 70}v-${70 + Math.round(20 + roll() * tall)}h${width}V${ground + 70}z`
    x += width + Math.round(roll() * 9)
  }
  return path
}

function hills(roll: () => number): string {
  let path = 'M0 428V396'
  for (let x = 82; x <= 1312; x += 82) path += `L${x} ${Math.round(384 + roll() * 18)}`
  return `${path}V428z`
}
