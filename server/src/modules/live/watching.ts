import { randomUUID } from 'node:crypto'
import { type Caller, nobody, readOn } from '../../kernel/ctx.ts'
import type { Host } from '../../kernel/host.ts'
import { judge, mustBeOpen } from '../access/index.ts'
import type { LiveEngine } from './engine/engine.ts'
import { problem, refusalOf } from './problems.ts'
import type { Answer } from './publishing.ts'
import { findStream } from './store.ts'

/** One who watches; `person` is what counts them once, however many windows they have. */
type Viewer = { stream: string; account: string | null; login: string | null; person: string }
type Entry = [session: string, viewer: Viewer]

/**
 * Who watches in this process. Whether somebody may is asked of the policy when they come, and again whenever what they hold
 * changes; whoever may not any more is let go at once.
 */
export function watching(host: Host, engine: LiveEngine) {
  const viewers = new Map<string, Viewer>()
  const letGo = ([session, { stream }]: Entry): void => {
    viewers.delete(session)
    engine.close(stream, session)
  }
  const those = (are: (viewer: Viewer) => boolean): Entry[] => [...viewers].filter(([, viewer]) => are(viewer))

  /** Judges all that an account watches anew; a browser takes seconds to notice that it was let go, so its page is told why. */
  const recheckAccount = async (account: string): Promise<void> => {
    const own = those((viewer) => viewer.account === account)
    if (own.length === 0) return
    const questions = own.map(([, { stream }]) => ({ viewer: account, subjectId: stream }))
    const judged = await judge(readOn(host, nobody), questions, ['stream'])
    const refused = own.filter((_, i) => judged[i]?.verdict !== 'open')
    refused.forEach(letGo)
    await host.transact(nobody, async (ctx) => {
      for (const streamId of new Set(refused.map(([, { stream }]) => stream)))
        await ctx.emit({ type: 'stream.refused', streamId, accountId: account })
    })
  }
  return {
    recheckAccount,
    /** These sessions of accounts have ended. */
    endLogins: (logins: readonly string[]): void => those(({ login }) => login !== null && logins.includes(login)).forEach(letGo),
    /** A WHEP offer of somebody who may watch now. */
    watch: async (caller: Caller, stream: string, offer: string): Promise<Answer> => {
      const read = readOn(host, caller)
      await mustBeOpen(read, stream, problem.unknown, ['stream'])
      if ((await findStream(read, stream))?.state !== 'live') throw problem['not-live']()
      const session = randomUUID()
      const { account, session: login, address } = caller
      // Known before it is answered: a right that ends meanwhile finds it here.
      viewers.set(session, { stream, account, login, person: account ?? address })
      const answered = await engine.watch(stream, session, offer)
      if (!('refusal' in answered)) return { session, answer: answered.answer }
      viewers.delete(session)
      throw refusalOf(answered.refusal)
    },
    unwatch: (session: string): void => {
      const viewer = viewers.get(session)
      if (viewer) letGo([session, viewer])
    },
    left: (session: string): void => void viewers.delete(session),
    allLeft: (): void => viewers.clear(),
    forget: (stream: string): void => {
      for (const [session] of those((viewer) => viewer.stream === stream)) viewers.delete(session)
    },
    /** Different people who watch a stream here. */
    peopleAt: (stream: string): number => new Set(those((viewer) => viewer.stream === stream).map(([, { person }]) => person)).size,
  }
}
