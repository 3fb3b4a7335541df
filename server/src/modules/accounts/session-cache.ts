import { hash } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import type { Sql } from '../../kernel/db.ts'
import { findSessions, openAmong } from './store/sessions.ts'

type Known = { account: string; session: string }
const trustedMs = 60_000

export const hashToken = (token: string): Buffer => hash('sha256', token, 'buffer')

/**
 * Who a session token belongs to: from memory for a minute, else from the database, where all look-ups of one turn of the
 * event loop are one query. A revoked session is forgotten at once by `forget`, on every process.
 */
export function sessionCache(sql: Sql) {
  const known = new LRUCache<string, Known>({ max: 200_000, ttl: trustedMs, ttlResolution: 1_000 })
  let asked: Map<string, { hash: Buffer; found: ((session: Known | null) => void)[]; fail: ((err: unknown) => void)[] }> | null = null

  const look = async () => {
    const batch = asked
    asked = null
    if (!batch) return
    try {
      const found = await findSessions(
        sql,
        [...batch.values()].map((entry) => entry.hash),
      )
      for (const [key, entry] of batch) {
        const session = found.get(key) ?? null
        if (session) known.set(key, session)
        for (const tell of entry.found) tell(session)
      }
    } catch (err) {
      for (const entry of batch.values()) for (const fail of entry.fail) fail(err)
    }
  }

  return {
    read: (token: string): Promise<Known | null> | Known => {
      const key = hash('sha256', token, 'hex')
      const here = known.get(key)
      if (here) return here
      return new Promise((found, fail) => {
        if (!asked) {
          asked = new Map()
          setImmediate(() => void look())
        }
        const entry = asked.get(key) ?? { hash: Buffer.from(key, 'hex'), found: [], fail: [] }
        entry.found.push(found)
        entry.fail.push(fail)
        asked.set(key, entry)
      })
    },
    forget: (sessions: readonly string[]) => {
      const gone = new Set(sessions)
      for (const [key, session] of known.entries()) if (gone.has(session.session)) known.delete(key)
    },
    clear: () => known.clear(),
    /** Which of these sessions have neither ended nor run out. */
    stillOpen: (sessions: readonly string[]) => openAmong(sql, sessions),
  }
}
