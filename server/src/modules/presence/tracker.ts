import { performance } from 'node:perf_hooks'
import { graceMs, type Here, hereOf, type Visit } from './rules.ts'

type Entry = { sockets: number; visible: boolean; activeAt: number; shown: Here; leaving: NodeJS.Timeout | null }

/** Who is connected to this process. What it finds is told to `onChange`; a crash makes everybody leave, and their clients come back. */
export function presenceTracker(onChange: (account: string, here: Here) => void) {
  const entries = new Map<string, Entry>()
  const visitOf = (entry: Entry): Visit => ({ sockets: entry.sockets, visible: entry.visible, idleMs: performance.now() - entry.activeAt })

  const show = (account: string, entry: Entry) => {
    const here = hereOf(visitOf(entry))
    if (here === 'offline') entries.delete(account)
    if (here === entry.shown) return
    entry.shown = here
    onChange(account, here)
  }
  const sweep = setInterval(() => {
    for (const [account, entry] of entries) if (!entry.leaving) show(account, entry)
  }, 15_000)

  return {
    opened: (account: string) => {
      const entry = entries.get(account) ?? { sockets: 0, visible: true, activeAt: 0, shown: 'offline' as Here, leaving: null }
      if (entry.leaving) clearTimeout(entry.leaving)
      Object.assign(entry, { sockets: entry.sockets + 1, visible: true, activeAt: performance.now(), leaving: null })
      entries.set(account, entry)
      show(account, entry)
    },
    closed: (account: string) => {
      const entry = entries.get(account)
      if (!entry) return
      entry.sockets -= 1
      if (entry.sockets === 0) entry.leaving = setTimeout(() => show(account, entry), graceMs)
    },
    active: (account: string, visible: boolean) => {
      const entry = entries.get(account)
      if (!entry) return
      Object.assign(entry, { visible, activeAt: visible ? performance.now() : entry.activeAt })
      show(account, entry)
    },
    all: () => [...entries.keys()],
    stop: () => {
      clearInterval(sweep)
      for (const entry of entries.values()) if (entry.leaving) clearTimeout(entry.leaving)
    },
  }
}
export type Tracker = ReturnType<typeof presenceTracker>
