import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { backedBy } from '../testing/backing.ts'
import { databaseUrl } from '../testing/database-url.ts'
import type { BusMessage } from './bus.ts'
import { nobody, transactOn } from './ctx.ts'
import { type Db, openDb } from './db.ts'
import { forgottenEverywhere, remembered } from './remembered.ts'

let db: Db
beforeAll(() => {
  db = openDb(databaseUrl(inject('databaseUrl'), 'corefans_template'), 2)
})
afterAll(() => db.close())

type Name = { name: string }
/** A table of names whose answers can be held back after they are read, as a slow network does. */
function aTable(ttlMs = 60_000) {
  const rows = new Map<string, Name>()
  const held: (() => void)[] = []
  let isHolding = false
  let asked = 0
  const memory = remembered<Name>({
    max: 100,
    ttlMs,
    find: async (_read, keys) => {
      asked++
      const found = new Map(keys.flatMap((key) => (rows.has(key) ? [[key, rows.get(key) as Name] as const] : [])))
      if (isHolding) await new Promise<void>((go) => held.push(go))
      return found
    },
  })
  return {
    rows,
    memory,
    asked: () => asked,
    hold: () => {
      isHolding = true
    },
    release: () => {
      isHolding = false
      for (const go of held.splice(0)) go()
    },
  }
}

test('E1 what was read before a change was committed is not kept when it comes back after it', async () => {
  for (const forget of ['forget', 'forgetAll'] as const) {
    const { rows, memory, hold, release } = aTable()
    rows.set('maya', { name: 'Maya' })
    hold()
    const slow = memory.get(db, ['maya'])
    rows.set('maya', { name: 'Maya Lin' })
    memory[forget]('maya')
    release()
    await slow
    expect((await memory.get(db, ['maya'])).get('maya')?.name, forget).toBe('Maya Lin')
  }
})

test('E1 what is known is asked for once, and what grew old while the rest was looked up is still answered', async () => {
  const { rows, memory, asked, hold, release } = aTable(40)
  rows.set('a', { name: 'A' }).set('b', { name: 'B' })
  await memory.get(db, ['a'])
  await memory.get(db, ['a'])
  expect(asked()).toBe(1)
  hold()
  const both = memory.get(db, ['a', 'b'])
  await new Promise((done) => setTimeout(done, 80))
  release()
  expect([...(await both).keys()]).toEqual(['a', 'b'])
})

test('E1 a transaction asks the database, and leaves nothing of its own behind', async () => {
  const { rows, memory } = aTable()
  const transact = transactOn(backedBy(db), new Map(), () => {})
  rows.set('a', { name: 'old' })
  await memory.get(db, ['a'])
  const seen = await transact(nobody, async (ctx) => {
    rows.set('a', { name: 'mine' })
    return (await memory.get(ctx, ['a'])).get('a')?.name
  })
  expect([seen, (await memory.get(db, ['a'])).get('a')?.name]).toEqual(['mine', 'old'])
})

test('E1 every process forgets what one of them says, and everything where it may have missed a word', async () => {
  const listeners: ((message: BusMessage) => void)[] = []
  const resumers: (() => void)[] = []
  const bus = {
    publish: (message: BusMessage) => {
      for (const listen of listeners) listen(message)
    },
    onMessage: (listen: (message: BusMessage) => void) => void listeners.push(listen),
    onResume: (resume: () => void) => void resumers.push(resume),
    stop: async () => {},
  }
  const [here, there] = [aTable(), aTable()]
  const forget = forgottenEverywhere(bus, 'name', here.memory)
  forgottenEverywhere(bus, 'name', there.memory)
  const nameOf = async ({ memory }: typeof here) => (await memory.get(db, ['a'])).get('a')?.name
  const write = (name: string) => {
    for (const { rows } of [here, there]) rows.set('a', { name })
  }
  write('one')
  expect([await nameOf(here), await nameOf(there)]).toEqual(['one', 'one'])
  write('two')
  forget('a')
  expect([await nameOf(here), await nameOf(there)]).toEqual(['two', 'two'])
  write('three')
  for (const resume of resumers) resume()
  expect([await nameOf(here), await nameOf(there)]).toEqual(['three', 'three'])
})
