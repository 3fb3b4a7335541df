import { isId } from '@corefans/shared/values/ids.ts'
import type { Host } from '../../kernel/host.ts'
import { judge } from '../access/index.ts'
import { broadcast } from './broadcast.ts'
import { recountStreams } from './read.ts'
import { routes } from './routes.ts'

export function install(host: Host): () => void {
  const live = broadcast(host)
  routes(host, live)
  host.recount(recountStreams)
  host.perProcess(3, 'live.beat', live.beat)
  host.onBus((message) => {
    const failed = (err: unknown) => host.log.error(err, 'live')
    if (message.kind === 'recheck' && 'account' in message) void live.viewers.recheckAccount(message.account).catch(failed)
    if (message.kind === 'close-sessions') live.viewers.endLogins(message.sessions)
    if (message.kind === 'recheck' && 'topic' in message && message.topic.startsWith('ended:'))
      live.end(message.topic.slice('ended:'.length))
  })
  host.onCommitted('live.ended', ['stream.changed'], async (ctx, { streamId, state }) => {
    if (state === 'ended') ctx.afterCommit(() => host.bus.publish({ kind: 'recheck', topic: `ended:${streamId}` }))
  })
  host.onCommitted('live.recheck-follows', ['profile.unfollowed'], async (ctx, { followerId }) =>
    ctx.afterCommit(() => host.bus.publish({ kind: 'recheck', account: followerId })),
  )
  const visible = async (read: Parameters<typeof judge>[0], ids: readonly string[], mayHear: (verdict: string | undefined) => boolean) => {
    const known = ids.filter((id) => isId(id))
    const judged = await judge(
      read,
      known.map((subjectId) => ({ viewer: read.actor, subjectId })),
      ['stream'],
    )
    return new Set(known.filter((_, i) => mayHear(judged[i]?.verdict)))
  }
  host.topic('stream', (read, ids) => visible(read, ids, (verdict) => verdict !== 'hidden' && verdict !== undefined))
  host.topic('chat', (read, ids) => visible(read, ids, (verdict) => verdict === 'open'))
  host.topic('streams', async (_read, ids) => new Set(ids.filter((id) => id === 'all')))
  return live.stop
}
