/**
 * Whole percentages that sum to 100 by the largest remainder (Hare quota); ties go to the earlier option. All 0 without votes.
 * So 1/1/1 is 34/33/33, never 33/33/33.
 */
export function percentagesOf(votes: readonly number[]): number[] {
  const total = votes.reduce((sum, n) => sum + n, 0)
  if (total === 0) return votes.map(() => 0)
  const down = votes.map((n) => Math.floor((n * 100) / total))
  const left = 100 - down.reduce((sum, n) => sum + n, 0)
  const byRemainder = votes.map((n, i) => ({ i, remainder: (n * 100) % total })).sort((a, b) => b.remainder - a.remainder || a.i - b.i)
  const up = new Set(byRemainder.slice(0, left).map(({ i }) => i))
  return down.map((n, i) => (up.has(i) ? n + 1 : n))
}
