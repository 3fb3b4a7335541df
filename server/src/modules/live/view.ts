import type { ChatLine, StreamView } from '@corefans/shared/contracts/live.ts'
import type { Read } from '../../kernel/ctx.ts'
import { judge } from '../access/index.ts'
import { peopleOf } from '../profiles/index.ts'
import type { LineRow, StreamRow } from './store.ts'

/** What these streams are to the viewer, in their order; one that is hidden from them is left out. */
export async function viewStreams(read: Read, rows: readonly StreamRow[]): Promise<StreamView[]> {
  const [judged, people] = await Promise.all([
    judge(
      read,
      rows.map(({ id }) => ({ viewer: read.actor, subjectId: id })),
      ['stream'],
    ),
    peopleOf(
      read,
      rows.map(({ creatorId }) => creatorId),
    ),
  ])
  return rows.flatMap((row, i) => {
    const [verdict, creator] = [judged[i]?.verdict ?? 'hidden', people.get(row.creatorId)]
    if (verdict === 'hidden' || !creator) return []
    return [{ ...present(row, read.actor), creator, locked: verdict === 'locked', ...playback(row, verdict === 'open') }]
  })
}

const present = (row: StreamRow, viewer: string | null) => ({
  id: row.id,
  title: row.title,
  state: row.state,
  audience: row.gate,
  viewers: row.viewers,
  startedAt: row.startedAt?.toISOString() ?? null,
  endedAt: row.endedAt?.toISOString() ?? null,
  viewer: { isCreator: viewer === row.creatorId },
})

const playback = ({ id, state }: StreamRow, isOpen: boolean): Pick<StreamView, 'playback'> =>
  isOpen && state === 'live' ? { playback: { whep: `/api/streams/${id}/whep` } } : {}

export async function viewLines(read: Read, creatorId: string, rows: readonly LineRow[]): Promise<ChatLine[]> {
  const people = await peopleOf(
    read,
    rows.map(({ authorId }) => authorId),
  )
  return rows.flatMap(({ id, text, at, authorId }) => {
    const author = people.get(authorId)
    const mayDelete = read.actor !== null && (read.actor === authorId || read.actor === creatorId)
    return author ? [{ id, author, text, at: at.toISOString(), byCreator: authorId === creatorId, viewer: { mayDelete } }] : []
  })
}
