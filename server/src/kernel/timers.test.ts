import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { every } from './timers.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A task that lasts until it is told to end. */
function aSlowTask() {
  const open: (() => void)[] = []
  const seen = { begun: 0 }
  const task = () => {
    seen.begun += 1
    return new Promise<void>((done) => void open.push(done))
  }
  return { seen, task, end: () => open.shift()?.() }
}

test('a task never runs twice at once: a turn that finds it running is left out', async () => {
  const { seen, task, end } = aSlowTask()
  const stop = every(1, 'slow', task, () => expect.unreachable('no error'))
  await vi.advanceTimersByTimeAsync(3_500)
  expect(seen.begun).toBe(1)
  end()
  await vi.advanceTimersByTimeAsync(1_000)
  expect(seen.begun).toBe(2)
  end()
  await stop()
})

test('a task that fails is told by name and comes again', async () => {
  const told: unknown[] = []
  const stop = every(
    1,
    'sweep',
    () => Promise.reject(new Error('no')),
    (err, what) => void told.push([(err as Error).message, what]),
  )
  await vi.advanceTimersByTimeAsync(2_500)
  await stop()
  expect(told).toEqual([
    ['no', 'sweep'],
    ['no', 'sweep'],
  ])
})

test('whoever stops it waits for what runs, and nothing begins afterwards', async () => {
  let ended = false
  const { seen, task, end } = aSlowTask()
  const stop = every(1, 'slow', task, () => expect.unreachable('no error'))
  await vi.advanceTimersByTimeAsync(1_000)
  const stopping = stop().then(() => {
    ended = true
  })
  await vi.advanceTimersByTimeAsync(5_000)
  expect([seen.begun, ended]).toEqual([1, false])
  end()
  await stopping
  expect([seen.begun, ended]).toEqual([1, true])
})
