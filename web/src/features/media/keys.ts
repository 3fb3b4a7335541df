/** What a key does to a player. The same letters as elsewhere on the web. */
export type Deed = { seekBy: number } | { seekTo: number } | { louderBy: number } | { speedBy: 1 | -1 } | 'toggle' | 'mute' | 'full'

const deeds: Readonly<Record<string, Deed>> = {
  ' ': 'toggle',
  k: 'toggle',
  m: 'mute',
  f: 'full',
  j: { seekBy: -10 },
  l: { seekBy: 10 },
  ArrowLeft: { seekBy: -5 },
  ArrowRight: { seekBy: 5 },
  ArrowUp: { louderBy: 0.1 },
  ArrowDown: { louderBy: -0.1 },
  '<': { speedBy: -1 },
  '>': { speedBy: 1 },
}

/** Digits go to tenths of the length. Null where the key is none of ours. */
export function deedOf(key: string, lengthS: number): Deed | null {
  if (/^\d$/.test(key)) return { seekTo: (Number(key) / 10) * lengthS }
  return deeds[key.length === 1 ? key.toLowerCase() : key] ?? null
}

export const speeds = [0.5, 0.75, 1, 1.25, 1.5, 2] as const
/** The next speed up or down; past the fastest comes none. */
export const speedAfter = (now: number, step: 1 | -1): number =>
  speeds[Math.min(speeds.length - 1, Math.max(0, speeds.indexOf(now as 1) + step))] ?? 1
