import type { QueryClient } from '@tanstack/react-query'
import { api } from '../../lib/api.ts'
import { sentenceOf } from '../../lib/problem.ts'
import { invalidate } from '../../lib/query.ts'
import { createStore } from '../../lib/store.ts'
import { keepDraft, keptDraft } from './drafts.ts'
import { putLines } from './messages.ts'

export type Attached = { id: string; url: string; alt: string }
/** A line that is on its way, or was refused with a reason. The key makes it one line, however often it is sent. */
export type Outgoing = {
  key: string
  threadId: string
  text: string
  media: readonly Attached[]
  replyTo: { id: string; name: string; excerpt: string } | null
  at: string
  why: string | null
}
export const outgoing = createStore<readonly Outgoing[]>([])

const replace = (key: string, part: Partial<Outgoing>): void =>
  outgoing.set(outgoing.get().map((one) => (one.key === key ? { ...one, ...part } : one)))
const drop = (key: string): void => outgoing.set(outgoing.get().filter((one) => one.key !== key))

/** Shows the line at once and sends it after those before it, so that what was written first stands first. */
export function sendLine(queries: QueryClient, line: Pick<Outgoing, 'threadId' | 'text' | 'media' | 'replyTo'>): void {
  outgoing.set([...outgoing.get(), { ...line, key: crypto.randomUUID(), at: new Date().toISOString(), why: null }])
  void pump(queries, line.threadId)
}

/** Sends this line and all that wait behind it. */
export function sendAgain(queries: QueryClient, threadId: string): void {
  for (const one of outgoing.get()) if (one.threadId === threadId) replace(one.key, { why: null })
  void pump(queries, threadId)
}

/** Takes back what was not sent: its words are the draft again. */
export function takeBack(key: string): string {
  const one = outgoing.get().find((known) => known.key === key)
  if (!one) return ''
  drop(key)
  const text = [...new Set([one.text, keptDraft(one.threadId)])].filter(Boolean).join('\n\n')
  keepDraft(one.threadId, text)
  return text
}

const pumping = new Set<string>()
/** One after the other; the first that fails keeps the others waiting, so that none overtakes it. */
async function pump(queries: QueryClient, threadId: string): Promise<void> {
  if (pumping.has(threadId)) return
  pumping.add(threadId)
  try {
    for (;;) {
      const next = outgoing.get().find((one) => one.threadId === threadId)
      if (!next || next.why !== null) return
      await send(queries, next)
    }
  } finally {
    pumping.delete(threadId)
  }
}

async function send(queries: QueryClient, { key, threadId, text, media, replyTo }: Outgoing): Promise<void> {
  try {
    const body = { threadId, text, mediaIds: media.map(({ id }) => id), replyTo: replyTo?.id ?? null }
    const line = await api('POST /api/messages/threads/:threadId/messages', body, { idempotencyKey: key })
    putLines(queries, threadId, [line])
    drop(key)
    void invalidate(queries, 'GET /api/messages/threads')
  } catch (error) {
    replace(key, { why: sentenceOf(error) })
  }
}
