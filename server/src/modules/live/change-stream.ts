import type { StreamView } from '@corefans/shared/contracts/live.ts'
import type { Audience } from '@corefans/shared/contracts/posts.ts'
import { type Ctx, me } from '../../kernel/ctx.ts'
import type { Host } from '../../kernel/host.ts'
import { insertSubject, mustHaveTiers } from '../access/index.ts'
import { count } from '../profiles/index.ts'
import { hashOfKey, newKey } from './keys.ts'
import { problem } from './problems.ts'
import { viewOne } from './read.ts'
import {
  deleteStream,
  findStream,
  insertStream,
  lockGone,
  lockStream,
  lockStreamOfKey,
  lockUnusedStream,
  setEnded,
  setOnAir,
  setReconnecting,
} from './store.ts'

export const whipPath = '/api/live/whip'

/** A stream that waits for its publisher; one that nobody published to makes room for it. The key leaves here only. */
export const createStream =
  ({ config }: Pick<Host, 'config'>) =>
  async (ctx: Ctx, { title, audience }: { title: string; audience: Audience }) => {
    const creatorId = me(ctx)
    await mustHaveTiers(ctx, audience)
    const unused = await lockUnusedStream(ctx, creatorId)
    if (unused) await deleteStream(ctx, unused.id)
    const key = newKey()
    const id = await insertStream(ctx, { creatorId, title, keyHash: hashOfKey(key) })
    await insertSubject(ctx, { id, kind: 'stream', ownerId: creatorId, gate: audience })
    return { ...(await viewOne(ctx, await findStream(ctx, id))), whipUrl: `${config.publicUrl}${whipPath}`, key }
  }

/** The stream is over for everybody; who publishes and watches is let go after commit, by the event. */
export async function endStream(ctx: Ctx, { streamId }: { streamId: string }): Promise<StreamView> {
  const stream = await lockStream(ctx, streamId)
  if (!stream || (stream.startedAt === null && stream.creatorId !== me(ctx))) throw problem.unknown()
  if (stream.creatorId !== me(ctx)) throw problem['not-yours']()
  if (stream.state !== 'ended') {
    await setEnded(ctx, streamId)
    await ctx.emit({ type: 'stream.changed', streamId, creatorId: stream.creatorId, state: 'ended' })
  }
  return viewOne(ctx, await findStream(ctx, streamId))
}

/** Whose stream this key publishes to, if nobody does just now. */
export async function mustHaveKey(ctx: Ctx, key: string | null): Promise<string> {
  const stream = key === null ? undefined : await lockStreamOfKey(ctx, hashOfKey(key))
  if (!stream) throw problem['wrong-key']()
  if (stream.publisher) throw problem['already-publishing']()
  return stream.id
}

/** On air: from the first time on it is among the creator's streams. Of two who come at once with one key the first publishes. */
export async function goOnAir(ctx: Ctx, streamId: string, publisher: string): Promise<void> {
  const stream = await lockStream(ctx, streamId)
  if (!stream || stream.state === 'ended') throw problem['wrong-key']()
  if (stream.publisher) throw problem['already-publishing']()
  await setOnAir(ctx, streamId, publisher)
  if (stream.startedAt === null) await count(ctx, new Map([[stream.creatorId, { streams: 1 }]]))
  await ctx.emit({ type: 'stream.changed', streamId, creatorId: stream.creatorId, state: 'live' })
}

/** The publisher is gone; viewers stay and wait. */
export async function pauseStream(ctx: Ctx, streamId: string, publisher: string): Promise<void> {
  const stream = await setReconnecting(ctx, streamId, publisher)
  if (stream) await ctx.emit({ type: 'stream.changed', streamId, creatorId: stream.creatorId, state: 'reconnecting' })
}

/** Ends what nobody has published to for too long, and forgets what nobody ever did. */
export async function endGone(ctx: Ctx): Promise<void> {
  for (const { id, creatorId, wasOnAir } of await lockGone(ctx)) {
    if (wasOnAir) {
      await setEnded(ctx, id)
      await ctx.emit({ type: 'stream.changed', streamId: id, creatorId, state: 'ended' })
    } else await deleteStream(ctx, id)
  }
}
