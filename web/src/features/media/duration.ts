/** 75_300 → `1:15`, with hours where there are some. */
export function clock(ms: number): string {
  const s = Math.max(0, Math.floor(ms / 1_000))
  const two = (n: number) => String(n).padStart(2, '0')
  const hours = Math.floor(s / 3_600)
  return hours > 0 ? `${hours}:${two(Math.floor(s / 60) % 60)}:${two(s % 60)}` : `${Math.floor(s / 60)}:${two(s % 60)}`
}

/** The same as somebody says it. */
export function spoken(ms: number): string {
  const s = Math.max(0, Math.round(ms / 1_000))
  const of = (n: number, word: string) => (n > 0 ? `${n} ${word}${n === 1 ? '' : 's'}` : '')
  return (
    [of(Math.floor(s / 3_600), 'hour'), of(Math.floor(s / 60) % 60, 'minute'), of(s % 60, 'second')].filter(Boolean).join(' ') ||
    '0 seconds'
  )
}
