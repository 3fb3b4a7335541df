import { randomUUID } from 'node:crypto'
import { nobody } from '../../kernel/ctx.ts'
import type { Host } from '../../kernel/host.ts'
import { goOnAir, mustHaveKey, pauseStream } from './change-stream.ts'
import type { LiveEngine } from './engine/engine.ts'
import { problem, refusalOf } from './problems.ts'
import { bearerOf } from './rules.ts'

/** One session with the engine, and the SDP answer to its offer. */
export type Answer = { session: string; answer: string }

/** Who publishes in this process. */
export function publishing(host: Pick<Host, 'transact'>, engine: LiveEngine) {
  const publishers = new Map<string, { stream: string; key: string }>()

  /** The session is over; its stream waits for another. */
  const gone = async (session: string): Promise<void> => {
    const publisher = publishers.get(session)
    publishers.delete(session)
    if (publisher) await host.transact(nobody, (ctx) => pauseStream(ctx, publisher.stream, session))
  }
  return {
    gone,
    allGone: async (): Promise<void> => {
      for (const session of [...publishers.keys()]) await gone(session)
    },
    /** A WHIP offer (RFC 9725 §4.2). */
    publish: async (authorization: string | undefined, offer: string): Promise<Answer> => {
      const key = bearerOf(authorization)
      const stream = await host.transact(nobody, (ctx) => mustHaveKey(ctx, key))
      const session = randomUUID()
      const answered = await engine.publish(stream, session, offer)
      if ('refusal' in answered) throw refusalOf(answered.refusal)
      publishers.set(session, { stream, key: key ?? '' })
      try {
        await host.transact(nobody, (ctx) => goOnAir(ctx, stream, session))
      } catch (refusal) {
        publishers.delete(session)
        engine.close(stream, session)
        throw refusal
      }
      return { session, answer: answered.answer }
    },
    /** Ends a session of one's own, by its key. One that is over already stays so: whoever leaves closes the connection first. */
    unpublish: async (authorization: string | undefined, session: string): Promise<void> => {
      const publisher = publishers.get(session)
      if (!publisher) return
      if (publisher.key !== bearerOf(authorization)) throw problem['wrong-key']()
      engine.close(publisher.stream, session)
      await gone(session)
    },
    forget: (stream: string): void => {
      for (const [session, publisher] of publishers) if (publisher.stream === stream) publishers.delete(session)
    },
    streams: (): string[] => [...publishers.values()].map(({ stream }) => stream),
  }
}
