import fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import { useDatabase } from '../testing/database.ts'
import { type Bus, type BusMessage, notifyBus, packed } from './bus.ts'

const database = useDatabase()
const open: Bus[] = []
afterEach(async () => {
  for (const bus of open.splice(0)) await bus.stop()
})

/** A process on the bus, and what it heard. */
async function aProcess() {
  const bus = await notifyBus(database().url, () => {})
  open.push(bus)
  const heard: BusMessage[] = []
  const resumed = { times: 0 }
  bus.onMessage((message) => void heard.push(message))
  bus.onResume(() => {
    resumed.times += 1
  })
  return { bus, heard, resumed }
}
const head = (number: number): BusMessage => ({ kind: 'head', number })
const cut = () =>
  database().db.sql(
    `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'corefans-bus' and datname = current_database()`,
  )
const waits = { timeout: 30_000, interval: 10 }

describe('messages in payloads', () => {
  test('stay whole and in order, and no payload is larger than NOTIFY takes', () => {
    const message = fc.string({ unit: 'grapheme', maxLength: 400 }).map((text) => JSON.stringify({ text }))
    fc.assert(
      fc.property(fc.array(message, { maxLength: 200 }), (messages) => {
        const payloads = packed(messages)
        expect(payloads.flatMap((payload) => (JSON.parse(payload) as unknown[]).map((one) => JSON.stringify(one)))).toEqual(messages)
        for (const payload of payloads) expect(Buffer.byteLength(payload)).toBeLessThan(8_000)
      }),
      { numRuns: 60 },
    )
  })

  test('of one turn are as few as fit', () => {
    expect(packed([])).toEqual([])
    expect(packed(Array.from({ length: 1_000 }, (_, i) => JSON.stringify(head(i)))).length).toBeLessThan(6)
  })
})

describe('the bus between processes', () => {
  test('every process hears what any says, the speaker too, in its order', async () => {
    const [one, other] = [await aProcess(), await aProcess()]
    const said = Array.from({ length: 500 }, (_, i) => head(i))
    for (const message of said) one.bus.publish(message)
    await expect.poll(() => [one.heard.length, other.heard.length], waits).toEqual([500, 500])
    expect([one.heard, other.heard]).toEqual([said, said])
  })

  test('after its connection was cut it is opened again, says what waited, and tells that something may be missing', async () => {
    const [one, other] = [await aProcess(), await aProcess()]
    await cut()
    await expect.poll(() => [one.resumed.times, other.resumed.times], waits).toEqual([1, 1])
    one.bus.publish(head(7))
    await expect.poll(() => other.heard, waits).toContainEqual(head(7))
  })

  test('C2 what is said while the connection is cut is said once it is whole', async () => {
    const { bus, heard, resumed } = await aProcess()
    await cut()
    const said = Array.from({ length: 50 }, (_, n) => n)
    for (const n of said) bus.publish(head(n))
    // A batch that was under way when the line broke may be heard twice, which does no harm.
    const numbers = () => new Set(heard.map((message) => (message.kind === 'head' ? message.number : -1)))
    await expect.poll(() => [...numbers()].sort((a, b) => a - b), waits).toEqual(said)
    expect(resumed.times).toBe(1)
  })

  test('who stopped hears nothing more and opens nothing again', async () => {
    const [one, other] = [await aProcess(), await aProcess()]
    await other.bus.stop()
    one.bus.publish(head(1))
    await expect.poll(() => one.heard, waits).toEqual([head(1)])
    expect([other.heard, other.resumed.times]).toEqual([[], 0])
  })
})
