import { expect, it } from 'vitest'
import { latestWins } from './latest-wins.ts'

it('sends wishes about one thing one at a time, and only the last of those that waited', async () => {
  const sent: number[] = []
  const open: (() => void)[] = []
  const wish = latestWins<number>((_id, n) => {
    sent.push(n)
    return new Promise((resolve) => open.push(resolve))
  })
  const first = wish('a', 1)
  expect(await wish('a', 2)).toBe('queued')
  expect(await wish('a', 3)).toBe('queued')
  expect(sent).toEqual([1])
  open[0]?.()
  await Promise.resolve()
  await Promise.resolve()
  open[1]?.()
  expect(await first).toBe('done')
  expect(sent).toEqual([1, 3])
})

it('does not let one thing wait for another', () => {
  const sent: string[] = []
  const wish = latestWins<number>((id) => {
    sent.push(id)
    return new Promise(() => {})
  })
  void wish('a', 1)
  void wish('b', 1)
  expect(sent).toEqual(['a', 'b'])
})

it('forgets what waited behind a failure, and is ready again', async () => {
  let fails = true
  const sent: number[] = []
  const wish = latestWins<number>(async (_id, n) => {
    sent.push(n)
    if (fails) throw new Error('no')
  })
  const first = wish('a', 1)
  void wish('a', 2)
  await expect(first).rejects.toThrow('no')
  fails = false
  expect(await wish('a', 3)).toBe('done')
  expect(sent).toEqual([1, 3])
})
