import type { Read } from '../ctx.ts'

/** May this caller hear this topic? Registered by the module that owns the topic's kind; what nobody registered is denied. */
export type TopicGuard = (ctx: Read, id: string) => Promise<boolean>
export type Verdict = 'allowed' | 'sign-in' | 'not-allowed' | 'unknown-topic'

export function topicPolicy() {
  const guards = new Map<string, TopicGuard>()
  return {
    guard: (kind: string, mayHear: TopicGuard) => void guards.set(kind, mayHear),
    verdict: async (ctx: Read, topic: string): Promise<Verdict> => {
      const at = topic.indexOf(':')
      const mayHear = guards.get(topic.slice(0, at))
      if (at < 1 || !mayHear) return 'unknown-topic'
      if (await mayHear(ctx, topic.slice(at + 1))) return 'allowed'
      return ctx.actor ? 'not-allowed' : 'sign-in'
    },
  }
}
export type TopicPolicy = ReturnType<typeof topicPolicy>
