/**
 * Sends a person's wishes about one thing one at a time. Wishes made meanwhile replace each other; only the last is sent.
 * Answers when nothing is left to send; a failure forgets what was waiting.
 */
export function latestWins<W>(send: (id: string, wish: W) => Promise<void>) {
  const running = new Map<string, { next: { wish: W } | null }>()
  return async (id: string, wish: W): Promise<'done' | 'queued'> => {
    const busy = running.get(id)
    if (busy) {
      busy.next = { wish }
      return 'queued'
    }
    const slot: { next: { wish: W } | null } = { next: { wish } }
    running.set(id, slot)
    try {
      while (slot.next) {
        const now: W = slot.next.wish
        slot.next = null
        await send(id, now)
      }
    } finally {
      running.delete(id)
    }
    return 'done'
  }
}
