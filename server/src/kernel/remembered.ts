import { LRUCache } from 'lru-cache'
import type { Bus } from './bus.ts'
import { departureOf, type Sql } from './db.ts'

type Reading = { sql: Sql }
export type Remembered<Value extends object> = {
  /** By key; what the database does not have is absent. A transaction always asks the database. */
  get: (read: Reading, keys: readonly string[]) => Promise<ReadonlyMap<string, Value>>
  /** Called after the commit of whatever changed it, on every process. */
  forget: (key: string) => void
  forgetAll: () => void
}

/**
 * What is the same for everybody, from memory. A look-up that began before a change was committed may come back after
 * `forget` was called: what it found is answered and not kept. `ttlMs` is how long a value lives whose `forget` was lost.
 */
export function remembered<Value extends object>(options: {
  max: number
  ttlMs: number
  find: (read: Reading, keys: readonly string[]) => Promise<ReadonlyMap<string, Value>>
}): Remembered<Value> {
  const known = new LRUCache<string, Value>({ max: options.max, ttl: options.ttlMs, ttlResolution: Math.min(1_000, options.ttlMs / 10) })
  /** What was forgotten while each look-up was under way. */
  const flights = new Set<{ keys: Set<string>; all: boolean }>()

  const fill = async (read: Reading, keys: readonly string[]) => {
    const forgotten = { keys: new Set<string>(), all: false }
    flights.add(forgotten)
    try {
      const found = await options.find(read, keys)
      for (const [key, value] of found) if (!forgotten.all && !forgotten.keys.has(key)) known.set(key, value)
      return found
    } finally {
      flights.delete(forgotten)
    }
  }

  return {
    get: async (read, keys) => {
      if (!departureOf(read.sql)) return options.find(read, keys)
      const values = new Map<string, Value>()
      const missing: string[] = []
      for (const key of keys) {
        const value = known.get(key)
        if (value) values.set(key, value)
        else missing.push(key)
      }
      if (missing.length > 0) for (const [key, value] of await fill(read, missing)) values.set(key, value)
      return values
    },
    forget: (key) => {
      for (const flight of flights) flight.keys.add(key)
      known.delete(key)
    },
    forgetAll: () => {
      for (const flight of flights) flight.all = true
      known.clear()
    },
  }
}

/** Lets every process forget what one of them says has changed, and all of it where something may not have been heard. */
export function forgottenEverywhere(bus: Bus, name: string, memory: Pick<Remembered<object>, 'forget' | 'forgetAll'>) {
  const prefix = `${name} `
  bus.onMessage((message) => {
    if (message.kind === 'forget' && message.what.startsWith(prefix)) memory.forget(message.what.slice(prefix.length))
  })
  bus.onResume(memory.forgetAll)
  return (key: string): void => {
    memory.forget(key)
    bus.publish({ kind: 'forget', what: `${prefix}${key}` })
  }
}
