/** A stream of chance that a seed fixes for ever: the same seed draws the same world on every machine. */
export type Random = {
  /** The next number in [0, 1). */
  next(): number
  /** A number in [from, to). */
  between(from: number, to: number): number
  /** A whole number from `from` to `to`, both included. */
  int(from: number, to: number): number
  /** True with the given probability. */
  chance(probability: number): boolean
  pick<T>(from: readonly T[]): T
  /** A new array in a new order. */
  shuffle<T>(from: readonly T[]): T[]
}

/** FNV-1a over UTF-16 code units: text to 32 bits, so that any string can be a seed. */
const hash = (text: string) => {
  let h = 0x811c9dc5
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  return h >>> 0
}

/** mulberry32: 32 bits of state, one multiplication chain a number; plenty for pictures and far from a secret. */
const mulberry32 = (seed: number) => {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** The stream of chance of a seed. */
export function randomOf(seed: string): Random {
  const next = mulberry32(hash(seed))
  const int = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))
  const pick = <T>(from: readonly T[]): T => {
    const found = from[int(0, from.length - 1)]
    if (found === undefined) throw new RangeError('nothing to pick from')
    return found
  }
  const shuffle = <T>(from: readonly T[]): T[] => {
    const cards = from.map((card) => ({ card, at: next() }))
    return cards.sort((a, b) => a.at - b.at).map(({ card }) => card)
  }
  return { next, int, pick, shuffle, between: (from, to) => from + next() * (to - from), chance: (probability) => next() < probability }
}
