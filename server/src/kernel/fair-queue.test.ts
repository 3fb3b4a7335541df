import { expect, test } from 'vitest'
import { Problem } from './errors.ts'
import { fairQueue } from './fair-queue.ts'

const pause = () => new Promise<void>((done) => setImmediate(done))

test('B3 owners take turns: one piece of another is next after a hundred of the first, and no more run at once than may', async () => {
  const queue = fairQueue({ atOnce: 2, waitingEach: 200 })
  const done: string[] = []
  let running = 0
  let most = 0
  const work = (name: string) => async () => {
    most = Math.max(most, ++running)
    await pause()
    running--
    done.push(name)
  }
  await Promise.all([...Array.from({ length: 100 }, () => queue('a', work('a'))), queue('b', work('b')), queue('c', work('c'))])
  expect(most).toBe(2)
  expect(done.indexOf('b')).toBeLessThan(6)
  expect(done.indexOf('c')).toBeLessThan(6)
  expect(done).toHaveLength(102)
})

test('B3 what nobody waits for any more is never done, and too much of one owner is refused', async () => {
  const queue = fairQueue({ atOnce: 1, waitingEach: 2 })
  const first = queue('a', pause)
  const leaving = new AbortController()
  let begun = false
  const left = queue(
    'a',
    async () => {
      begun = true
    },
    leaving.signal,
  )
  const last = queue('a', async () => 'done')
  await expect(queue('a', pause)).rejects.toThrow(Problem)
  leaving.abort(new Error('left'))
  await expect(left).rejects.toThrow('left')
  await first
  expect(await last).toBe('done')
  expect(begun).toBe(false)
})

test('B3 work that fails frees its place', async () => {
  const queue = fairQueue({ atOnce: 1, waitingEach: 5 })
  const fails = queue('a', () => Promise.reject(new Error('no')))
  const goesOn = queue('b', async () => 1)
  await expect(fails).rejects.toThrow('no')
  expect(await goesOn).toBe(1)
})
