import { expect, test } from 'vitest'
import { linkOf, nextStep, walkBack } from './rules.ts'
import type { BlockRef } from './types.ts'

const block = (number: number, hash = `0x${number}`, parent = `0x${number - 1}`) =>
  ({ number: BigInt(number), hash, parentHash: parent, timestampS: 0n }) as BlockRef

test('a head above the tip asks for the blocks between, far ones by range', () => {
  expect(nextStep(null, block(5), 3n)).toEqual({ do: 'fetch', from: 3n, to: 5n, byRange: false })
  expect(nextStep(block(4), block(5), 3n)).toEqual({ do: 'fetch', from: 5n, to: 5n, byRange: false })
  expect(nextStep(block(0), block(164), 0n)).toEqual({ do: 'fetch', from: 1n, to: 100n, byRange: true })
  expect(nextStep(block(0), block(163), 0n)).toEqual({ do: 'fetch', from: 1n, to: 100n, byRange: false })
})

test('a head at or below the tip asks for a comparison, unless it is the tip', () => {
  expect(nextStep(block(5), block(5), 0n)).toEqual({ do: 'rest' })
  expect(nextStep(block(5), block(5, '0xother'), 0n)).toEqual({ do: 'compare', number: 5n })
  expect(nextStep(block(5), block(4), 0n)).toEqual({ do: 'compare', number: 4n })
  expect(nextStep(null, block(4), 9n)).toEqual({ do: 'rest' })
})

test('blocks join the tip, or show a reorg, or are torn between forks', () => {
  expect(linkOf(block(4), [block(5), block(6)])).toBe('joined')
  expect(linkOf(null, [block(5), block(6)])).toBe('joined')
  expect(linkOf(block(4, '0xother'), [block(5), block(6)])).toBe('reorg')
  expect(linkOf(block(4), [block(5), block(6, '0x6', '0xother')])).toBe('torn')
  expect(linkOf(block(4), [block(5), block(7, '0x7', '0x5')])).toBe('torn')
})

test('the way back ends where both agree, 64 blocks down at most', () => {
  const at = { tipNumber: 100n, fromBlock: 0n }
  expect(walkBack({ ...at, number: 99n, ours: block(99), theirs: block(99) })).toBe('undo')
  expect(walkBack({ ...at, number: 99n, ours: block(99), theirs: block(99, '0xother') })).toBe('lower')
  expect(walkBack({ ...at, number: 99n, ours: block(99), theirs: null })).toBe('later')
  expect(walkBack({ ...at, number: 99n, ours: null, theirs: block(99) })).toBe('lost')
  expect(walkBack({ ...at, number: 36n, ours: block(36), theirs: block(36) })).toBe('undo')
  expect(walkBack({ ...at, number: 35n, ours: block(35), theirs: block(35) })).toBe('lost')
  expect(walkBack({ ...at, fromBlock: 99n, number: 98n, ours: null, theirs: null })).toBe('undo')
})
