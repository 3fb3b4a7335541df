import { nobody } from '../../kernel/ctx.ts'
import type { Host } from '../../kernel/host.ts'
import { endGone } from './change-stream.ts'
import { embeddedEngine, type LiveEvent } from './engine/engine.ts'
import { publishing } from './publishing.ts'
import { noteAlive } from './store.ts'
import { watching } from './watching.ts'

export type Broadcast = ReturnType<typeof broadcast>

/** The streams that this process serves: its engine, who publishes to it and who watches. */
export function broadcast(host: Host) {
  const engine = embeddedEngine((event) => void heard(event).catch((err: unknown) => host.log.error(err, 'live')), host.config.liveUdpPort)
  const publishers = publishing(host, engine)
  const viewers = watching(host, engine)

  const heard = async (event: LiveEvent): Promise<void> => {
    if (event.type === 'down') {
      viewers.allLeft()
      await publishers.allGone()
    } else if (event.role === 'publisher') await publishers.gone(event.session)
    else viewers.left(event.session)
  }
  return {
    publishers,
    viewers,
    /** The stream is over here, for whoever publishes and whoever watches. */
    end: (stream: string): void => {
      publishers.forget(stream)
      viewers.forget(stream)
      engine.end(stream)
    },
    /** Says of every stream of this process that it lives and how many watch, and ends what no process speaks for. */
    beat: async (): Promise<void> => {
      const here = publishers.streams().map((id) => ({ id, viewers: viewers.peopleAt(id) }))
      await host.transact(nobody, async (ctx) => {
        const changed = here.length > 0 ? await noteAlive(ctx, here) : []
        for (const { id, viewers: now } of changed) await ctx.emit({ type: 'stream.watched', streamId: id, viewers: now })
        await endGone(ctx)
      })
    },
    stop: engine.stop,
  }
}
