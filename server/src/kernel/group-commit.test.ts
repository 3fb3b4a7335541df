import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { groupCommit } from './group-commit.ts'

type Item = { key: string; value: number }
const keyOf = ({ key }: Item) => key

/** A store whose batches are written down; `refuses` makes one item fail the batch that it is in, as a constraint would. */
function aStore(refuses: (item: Item) => boolean = () => false) {
  const batches: Item[][] = []
  const kept = new Map<string, number>()
  const run = async (items: readonly Item[]) => {
    batches.push([...items])
    await Promise.resolve()
    const bad = items.find(refuses)
    if (bad) throw new Error(`refused ${bad.key}`)
    for (const { key, value } of items) kept.set(key, value)
    return items.map(({ key, value }) => `${key}=${value}`)
  }
  return { batches, kept, run }
}
const items = (...keys: string[]): Item[] => keys.map((key, value) => ({ key, value }))

describe('group commit', () => {
  test('calls of one turn are one batch, in the order of their keys, and each caller gets the answer of its own key', async () => {
    const { batches, run } = aStore()
    const commit = groupCommit({ max: 10, keyOf, run })
    expect(await Promise.all(items('b', 'a', 'c').map(commit))).toEqual(['b=0', 'a=1', 'c=2'])
    expect(batches.map((batch) => batch.map(keyOf))).toEqual([['a', 'b', 'c']])
  })

  test('of several calls for one key the last counts, and all its callers hear what came of it', async () => {
    const { batches, kept, run } = aStore()
    const commit = groupCommit({ max: 10, keyOf, run })
    expect(await Promise.all(items('a', 'a', 'a').map(commit))).toEqual(['a=2', 'a=2', 'a=2'])
    expect([batches.length, kept.get('a')]).toEqual([1, 2])
  })

  test('what arrives while a batch runs waits for the next, and no batch is larger than allowed', async () => {
    const { batches, run } = aStore()
    const commit = groupCommit({ max: 3, keyOf, run })
    const first = items('a', 'b', 'c', 'd', 'e', 'f', 'g').map(commit)
    await first[0]
    await Promise.all([...first, commit({ key: 'z', value: 9 })])
    expect(batches.map((batch) => batch.length)).toEqual([3, 3, 2])
  })

  test('one batch runs at a time, however many callers there are', async () => {
    let [running, most] = [0, 0]
    const run = async (batch: readonly Item[]) => {
      running += 1
      most = Math.max(most, running)
      await new Promise((done) => setImmediate(done))
      running -= 1
      return batch.map(keyOf)
    }
    const commit = groupCommit({ max: 2, keyOf, run })
    await Promise.all(items(...'abcdefghij').map(commit))
    expect(most).toBe(1)
  })

  test('a bad item fails alone, with its own reason, and the others are kept', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(fc.integer({ min: 0, max: 40 }), { minLength: 1 }), fc.array(fc.nat(40)), async (keys, bad) => {
        const refused = new Set(bad.map(String))
        const { kept, run } = aStore(({ key }) => refused.has(key))
        const commit = groupCommit({ max: 16, keyOf, run })
        const asked = keys.map((n) => ({ key: String(n), value: n }))
        const answers = await Promise.allSettled(asked.map(commit))
        for (const [i, answer] of answers.entries()) {
          const { key, value } = asked[i] as Item
          if (refused.has(key)) expect(answer).toMatchObject({ status: 'rejected', reason: { message: `refused ${key}` } })
          else expect(answer).toEqual({ status: 'fulfilled', value: `${key}=${value}` })
        }
        expect([...kept.keys()].sort()).toEqual(
          asked
            .map(keyOf)
            .filter((key) => !refused.has(key))
            .sort(),
        )
      }),
      { numRuns: 60 },
    )
  })

  test('after a batch that failed the next caller is served', async () => {
    const { run } = aStore(({ value }) => value === 7)
    const commit = groupCommit({ max: 10, keyOf, run })
    await expect(commit({ key: 'a', value: 7 })).rejects.toThrow('refused a')
    expect(await commit({ key: 'a', value: 8 })).toBe('a=8')
  })
})
