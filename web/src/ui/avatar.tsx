import { useId } from 'react'
import { hash } from './seed.ts'

type Face = { handle: string; name: string; portraitUrl: string | null }
const pixels = { 36: 36, 40: 40, 44: 44, 56: 56, 72: 72, 132: 132 } as const
export type AvatarSize = keyof typeof pixels

/** Someone's portrait, or their initial on their own tint. The name is always beside it, so it is decoration. */
export const Avatar = ({ person, size = 44, online = false }: { person: Face; size?: AvatarSize; online?: boolean }) => (
  <span className={`avw s${size}${online ? ' dot' : ''}`}>
    <Portrait person={person} size={pixels[size]} />
  </span>
)

/** The round picture alone, for places that frame it themselves. */
export const Portrait = ({ person, size, eager = false }: { person: Face; size: number; eager?: boolean }) =>
  person.portraitUrl ? (
    <img src={person.portraitUrl} alt="" width={size} height={size} decoding="async" loading={eager ? 'eager' : 'lazy'} />
  ) : (
    <Initial person={person} />
  )

function Initial({ person }: { person: Face }) {
  const id = useId().replace(/\W/g, '')
  const tint = (hash(person.handle) % 6) + 1
  return (
    <svg viewBox="0 0 120 120" aria-hidden="true">
      <linearGradient id={id} x2="1" y2="1">
        <stop stopColor={`var(--tint-${tint}a)`} />
        <stop offset="1" stopColor={`var(--tint-${tint}b)`} />
      </linearGradient>
      <rect width="120" height="120" fill={`url(#${id})`} />
      <circle cx="94" cy="26" r="34" fill="none" stroke="var(--orbit)" strokeWidth="3" opacity=".35" />
      <circle cx="94" cy="26" r="52" fill="none" stroke="var(--orbit)" strokeWidth="2.5" opacity=".2" />
      <text x="60" y="76" textAnchor="middle">
        {[...person.name][0]?.toUpperCase()}
      </text>
    </svg>
  )
}
