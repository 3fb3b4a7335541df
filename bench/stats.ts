import { cpus } from 'node:os'

export type Latency = { p50: number; p99: number; max: number }

/** Milliseconds at the middle, at 99 of 100, and at the slowest. */
export function latencyOf(samples: readonly number[]): Latency {
  const sorted = Float64Array.from(samples).sort()
  const at = (share: number) => rounded(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0)
  return { p50: at(0.5), p99: at(0.99), max: rounded(sorted.at(-1) ?? 0) }
}

export const rounded = (n: number, digits = 2): number => Number(n.toFixed(digits))
export const median = (numbers: readonly number[]): number => [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? 0

/** The run in the middle by how much it did. */
export const middleOf = <Run extends { perSecond: number }>(runs: readonly Run[]): Run | undefined =>
  [...runs].sort((a, b) => a.perSecond - b.perSecond)[runs.length >> 1]

export const machine = () => ({
  cores: cpus().length,
  model: cpus()[0]?.model ?? 'unknown',
  node: process.versions.node,
  date: new Date().toISOString(),
})
