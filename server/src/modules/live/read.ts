import type { ChatLine, StreamView } from '@corefans/shared/contracts/live.ts'
import type { Page } from '@corefans/shared/values/page.ts'
import type { Read } from '../../kernel/ctx.ts'
import { pageOf, placeOf } from '../../kernel/cursor.ts'
import type { Recount } from '../../kernel/host.ts'
import { mustBeOpen } from '../access/index.ts'
import { accountsByHandle } from '../profiles/index.ts'
import { problem } from './problems.ts'
import { countOnAir, findStream, findStreamOf, linesOf, type StreamRow, streamsOf, streamsOnAir } from './store.ts'
import { viewLines, viewStreams } from './view.ts'

export async function listStreams(
  read: Read,
  input: { following: 'true' | 'false'; limit: number; cursor?: string | undefined },
): Promise<Page<StreamView>> {
  if (input.following === 'true' && !read.actor) return { items: [], nextCursor: null }
  const rows = await streamsOnAir(read, {
    followedBy: input.following === 'true' ? read.actor : null,
    place: placeOf(input.cursor),
    limit: input.limit,
  })
  return { ...pageOf(rows, input.limit, rows), items: await viewStreams(read, rows.slice(0, input.limit)) }
}

/** How many creators whom the account follows are on air: the badge of the navigation. */
export const streamsOnAirFor = (read: Pick<Read, 'sql'>, account: string): Promise<number> => countOnAir(read, account)

export const readStream = async (read: Read, { streamId }: { streamId: string }): Promise<StreamView> =>
  viewOne(read, await findStream(read, streamId))

export async function readCreatorStream(read: Read, { handle }: { handle: string }): Promise<StreamView> {
  const creator = (await accountsByHandle(read, [handle])).get(handle)
  return viewOne(read, creator && (await findStreamOf(read, creator.id)))
}

/** The stream as the viewer sees it. One that was never on air is its creator's alone. */
export async function viewOne(read: Read, row: StreamRow | undefined): Promise<StreamView> {
  const isTheirs = row !== undefined && (row.startedAt !== null || row.creatorId === read.actor)
  const [view] = isTheirs ? await viewStreams(read, [row]) : []
  if (!view) throw problem.unknown()
  return view
}

export async function listChat(
  read: Read,
  { streamId, cursor, limit }: { streamId: string; limit: number; cursor?: string | undefined },
): Promise<Page<ChatLine>> {
  const { ownerId } = await mustBeOpen(read, streamId, problem.unknown, ['stream'])
  const rows = await linesOf(read, streamId, { place: placeOf(cursor), limit })
  return pageOf(rows, limit, await viewLines(read, ownerId, rows))
}

export const recountStreams: Recount = async (read, ids) => new Map((await streamsOf(read, ids)).map(({ id, n }) => [id, { streams: n }]))
