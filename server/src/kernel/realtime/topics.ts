import type { Read } from '../ctx.ts'

/** Which of these ids may this caller hear? Registered by the module that owns the kind of topic; what nobody registered is denied. */
export type TopicGuard = (ctx: Read, ids: readonly string[]) => Promise<ReadonlySet<string>>
export type Verdict = 'allowed' | 'sign-in' | 'not-allowed' | 'unknown-topic'

export function topicPolicy() {
  const guards = new Map<string, TopicGuard>()
  return {
    guard: (kind: string, mayHear: TopicGuard) => void guards.set(kind, mayHear),
    /** A verdict for each topic. All topics of one kind are one question, so that a frame costs a statement a kind and not one a topic. */
    verdicts: async (ctx: Read, topics: readonly string[]): Promise<Map<string, Verdict>> => {
      const verdicts = new Map<string, Verdict>(topics.map((topic) => [topic, 'unknown-topic']))
      const refused = ctx.actor ? 'not-allowed' : 'sign-in'
      await Promise.all(
        [...byKind(topics)].map(async ([kind, ids]) => {
          const allowed = await guards.get(kind)?.(ctx, ids)
          if (allowed) for (const id of ids) verdicts.set(`${kind}:${id}`, allowed.has(id) ? 'allowed' : refused)
        }),
      )
      return verdicts
    },
  }
}
export type TopicPolicy = ReturnType<typeof topicPolicy>

function byKind(topics: readonly string[]): Map<string, string[]> {
  const kinds = new Map<string, string[]>()
  for (const topic of topics) {
    const [kind, id] = split(topic)
    const ids = kinds.get(kind)
    if (ids) ids.push(id)
    else kinds.set(kind, [id])
  }
  return kinds
}

function split(topic: string): [kind: string, id: string] {
  const at = topic.indexOf(':')
  return [topic.slice(0, Math.max(0, at)), topic.slice(at + 1)]
}
