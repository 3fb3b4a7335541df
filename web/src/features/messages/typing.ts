import { useEffect } from 'react'
import { api } from '../../lib/api.ts'
import { createStore, useStore } from '../../lib/store.ts'

type Word = { threadId: string; handle: string; name: string }
const writing = createStore<readonly Word[]>([])
const forMs = 5_000
const timers = new Map<string, ReturnType<typeof setTimeout>>()

const without = ({ threadId, handle }: Pick<Word, 'threadId' | 'handle'>) =>
  writing.get().filter((one) => one.threadId !== threadId || one.handle !== handle)

/** Somebody writes: shown for five seconds after their last word of it. */
export function hear(word: Word): void {
  const key = `${word.threadId} ${word.handle}`
  clearTimeout(timers.get(key))
  writing.set([...without(word), word])
  timers.set(
    key,
    setTimeout(() => writing.set(without(word)), forMs),
  )
}

/** Who writes in a thread just now, oneself left out. */
export const useTyping = (threadId: string, me: string): string[] =>
  useStore(writing)
    .filter((one) => one.threadId === threadId && one.handle !== me)
    .map(({ name }) => name)

const everyMs = 3_000
let lastAt = 0
/** Tells the others that one writes, at most every three seconds; nothing depends on it. */
export function tell(threadId: string): void {
  if (Date.now() - lastAt < everyMs) return
  lastAt = Date.now()
  void api('POST /api/messages/threads/:threadId/typing', { threadId }).catch(() => {})
}

/** A line that has come says that its author writes no more. */
export function useQuiet(threadId: string, handle: string | undefined, seq: number): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new line counts, also of the same author
  useEffect(() => {
    if (handle) writing.set(without({ threadId, handle }))
  }, [threadId, handle, seq])
}
