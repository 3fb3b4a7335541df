import { expect, test } from 'vitest'
import { syncProgressWords } from './sync-progress.ts'

test('a backfill is told with its pace and what is left, its end once, and the head not at all', () => {
  const tell = syncProgressWords()
  const at = (applied: bigint | null, head: bigint | null, second: number) =>
    tell({ applied, head, behind: head === null ? null : head - (applied ?? -1n) }, second * 1_000)
  expect(at(null, null, 0)).toBeNull()
  expect(at(0n, 50_000n, 5)).toBe('reading the chain: block 0 of 50,000')
  expect(at(10_000n, 50_000n, 15)).toBe('reading the chain: block 10,000 of 50,000, 40 s left')
  expect(at(10_000n, 50_000n, 25)).toBe('reading the chain: block 10,000 of 50,000, 80 s left')
  expect(at(50_000n, 50_010n, 30)).toBe('the chain is read up to block 50,000')
  expect(at(50_009n, 50_010n, 35)).toBeNull()
})
