import { randomUUID } from 'node:crypto'
import { type Caller, nobody, readOn } from '../../kernel/ctx.ts'
import type { Host } from '../../kernel/host.ts'
import { judge, mustBeOpen } from '../access/index.ts'
import { endGone, goOnAir, mustHaveKey, pauseStream } from './change-stream.ts'
import { embeddedEngine, type LiveEvent } from './engine/engine.ts'
import { problem } from './problems.ts'
import { bearerOf, refusalOf } from './rules.ts'
import { findStream, noteAlive } from './store.ts'

/** One who watches in this process; `person` is what counts them once, however many windows they have. */
type Viewer = { stream: string; account: string | null; login: string | null; person: string }
type Publisher = { stream: string; key: string }
export type Broadcast = ReturnType<typeof broadcast>

/**
 * Who publishes and who watches in this process. Whether somebody may is asked of the policy when they come, and again
 * whenever what they hold changes; whoever may not any more is let go at once.
 */
export function broadcast(host: Host) {
  const viewers = new Map<string, Viewer>()
  const publishers = new Map<string, Publisher>()
  const engine = embeddedEngine((event) => void heard(event).catch((err: unknown) => host.log.error(err, 'live')), host.config.liveUdpPort)

  const heard = async (event: LiveEvent): Promise<void> => {
    if (event.type === 'left') {
      viewers.delete(event.session)
      if (event.role === 'publisher') await gone(event.session)
      return
    }
    viewers.clear()
    for (const session of [...publishers.keys()]) await gone(session)
  }
  const gone = async (session: string): Promise<void> => {
    const publisher = publishers.get(session)
    publishers.delete(session)
    if (publisher) await host.transact(nobody, (ctx) => pauseStream(ctx, publisher.stream, session))
  }
  const letGo = (session: string, stream: string): void => {
    viewers.delete(session)
    engine.close(stream, session)
  }

  return {
    /** A WHIP offer (RFC 9725 §4.2). Answers the session's id and the SDP answer. */
    publish: async (authorization: string | undefined, offer: string): Promise<{ session: string; answer: string }> => {
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
    /** Ends a session of one's own, by its key. */
    unpublish: async (authorization: string | undefined, session: string): Promise<void> => {
      const publisher = publishers.get(session)
      if (!publisher || publisher.key !== bearerOf(authorization)) throw problem['wrong-key']()
      engine.close(publisher.stream, session)
      await gone(session)
    },
    /** A WHEP offer of somebody who may watch now. */
    watch: async (caller: Caller, stream: string, offer: string): Promise<{ session: string; answer: string }> => {
      const read = readOn(host, caller)
      await mustBeOpen(read, stream, problem.unknown, ['stream'])
      const row = await findStream(read, stream)
      if (row?.state !== 'live') throw problem['not-live']()
      const session = randomUUID()
      const { account, session: login, address } = caller
      viewers.set(session, { stream, account, login, person: account ?? address })
      const answered = await engine.watch(stream, session, offer)
      if ('refusal' in answered) {
        viewers.delete(session)
        throw refusalOf(answered.refusal)
      }
      return { session, answer: answered.answer }
    },
    unwatch: (session: string): void => {
      const viewer = viewers.get(session)
      if (viewer) letGo(session, viewer.stream)
    },
    /** What an account holds has changed, or its session has ended: all it watches is judged again. */
    recheck: async ({ account, logins = [] }: { account?: string; logins?: readonly string[] }): Promise<void> => {
      for (const [session, viewer] of viewers) if (viewer.login && logins.includes(viewer.login)) letGo(session, viewer.stream)
      const own = [...viewers].filter(([, viewer]) => account && viewer.account === account)
      if (own.length === 0) return
      const judged = await judge(
        readOn(host, nobody),
        own.map(([, viewer]) => ({ viewer: viewer.account, subjectId: viewer.stream })),
        ['stream'],
      )
      const refused = own.filter((_, i) => judged[i]?.verdict !== 'open')
      for (const [session, viewer] of refused) letGo(session, viewer.stream)
      // A browser takes seconds to notice that a connection has ended; the page is told why at once.
      await host.transact(nobody, async (ctx) => {
        for (const streamId of new Set(refused.map(([, { stream }]) => stream)))
          await ctx.emit({ type: 'stream.refused', streamId, accountId: account as string })
      })
    },
    /** The stream is over here. */
    end: (stream: string): void => {
      for (const [session, publisher] of publishers) if (publisher.stream === stream) publishers.delete(session)
      for (const [session, viewer] of viewers) if (viewer.stream === stream) viewers.delete(session)
      engine.end(stream)
    },
    /** Says of every stream of this process that it lives and how many watch, and ends what no process speaks for. */
    beat: async (): Promise<void> => {
      const here = [...publishers.values()].map(({ stream }) => ({ id: stream, viewers: peopleAt(viewers, stream) }))
      await host.transact(nobody, async (ctx) => {
        if (here.length > 0)
          for (const { id, viewers: now } of await noteAlive(ctx, here))
            await ctx.emit({ type: 'stream.watched', streamId: id, viewers: now })
        await endGone(ctx)
      })
    },
    pid: engine.pid,
    stop: engine.stop,
  }
}

const peopleAt = (viewers: ReadonlyMap<string, Viewer>, stream: string): number =>
  new Set([...viewers.values()].filter((viewer) => viewer.stream === stream).map(({ person }) => person)).size
