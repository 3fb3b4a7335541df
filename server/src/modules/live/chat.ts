import type { ChatLine } from '@corefans/shared/contracts/live.ts'
import { type Ctx, me } from '../../kernel/ctx.ts'
import { mustBeOpen } from '../access/index.ts'
import { problem } from './problems.ts'
import { deleteLine, findStream, insertLine, lockLine } from './store.ts'
import { viewLines } from './view.ts'

/** Heard by everybody who may watch, as long as the stream is on air. */
export async function sayOnStream(ctx: Ctx, { streamId, text }: { streamId: string; text: string }): Promise<ChatLine> {
  const { ownerId } = await mustBeOpen(ctx, streamId, problem.unknown, ['stream'])
  const stream = await findStream(ctx, streamId)
  if (stream?.state !== 'live' && stream?.state !== 'reconnecting') throw problem['not-live']()
  const said = await insertLine(ctx, { streamId, authorId: me(ctx), text })
  await ctx.emit({ type: 'stream.talked', streamId, lineId: said.id, isGone: false })
  const [view] = await viewLines(ctx, ownerId, [said])
  if (!view) throw problem.unknown()
  return view
}

export async function deleteChatLine(ctx: Ctx, { streamId, lineId }: { streamId: string; lineId: string }): Promise<null> {
  const stream = await findStream(ctx, streamId)
  if (!stream) throw problem.unknown()
  const said = await lockLine(ctx, streamId, lineId)
  if (!said) throw problem['unknown-line']()
  if (said.authorId !== me(ctx) && stream.creatorId !== me(ctx)) throw problem['not-yours']()
  await deleteLine(ctx, lineId)
  await ctx.emit({ type: 'stream.talked', streamId, lineId, isGone: true })
  return null
}
