import type { CommentView } from '@corefans/shared/contracts/comments.ts'
import { isId } from '@corefans/shared/values/ids.ts'
import type { Page } from '@corefans/shared/values/page.ts'
import type { Read } from '../../kernel/ctx.ts'
import { column, cursorBy, pageOf, placeOf } from '../../kernel/cursor.ts'
import type { Hydrate } from '../../kernel/hydration.ts'
import { judge, mustBeOpen, type Subject } from '../access/index.ts'
import { problem } from './problems.ts'
import { type CommentRow, findComments } from './store/comments.ts'
import { countsOf } from './store/counts.ts'
import { bestComments, newestComments, repliesTo } from './store/pages.ts'
import { type Showing, shownTo, viewComments } from './view.ts'

type Asked = { postId: string; parentId?: string | undefined; order: 'newest' | 'best'; limit: number; cursor?: string | undefined }
type Cut = { rows: readonly CommentRow[]; nextCursor: string | null }

/** The subject whose comments are asked for, if it is open to the actor and stands by itself. */
export async function mustHaveThread(read: Read, subjectId: string): Promise<Subject> {
  const subject = await mustBeOpen(read, subjectId, problem['unknown-post'])
  if (subject.kind !== 'post') throw problem['unknown-post']()
  return subject
}

export const listComments =
  (on: Showing) =>
  async (read: Read, asked: Asked): Promise<Page<CommentView>> => {
    const { ownerId } = await mustHaveThread(read, asked.postId)
    const { rows, nextCursor } = await pageFor(read, asked)
    const here = rows.filter(({ subjectId }) => subjectId === asked.postId) // replies of another post are none of this one's
    return {
      items: await viewComments(read, on, ownerId, await shownTo(read, here)),
      nextCursor: here.length < rows.length ? null : nextCursor,
    }
  }

const byRank = cursorBy({ rank: column.int, at: column.instant, id: column.uuid })

async function pageFor(read: Read, { postId, parentId, order, limit, cursor }: Asked): Promise<Cut> {
  if (order === 'best' && !parentId) {
    const rows = await bestComments(read, postId, byRank.read(cursor), { limit })
    return byRank.cut(rows, limit, ({ rank, cursorAt, id }) => ({ rank, at: cursorAt, id }))
  }
  const place = placeOf(cursor)
  const rows = await (parentId ? repliesTo(read, parentId, place, { limit }) : newestComments(read, postId, place, { limit }))
  const page = pageOf(rows, limit, rows)
  return { rows: page.items, nextCursor: page.nextCursor }
}

export const readComment =
  (on: Showing) =>
  async (read: Read, { commentId }: { commentId: string }): Promise<CommentView> => {
    const [row] = await shownTo(read, await findComments(read, [commentId]))
    if (!row || (row.deletedAt && row.replies === 0)) throw problem.unknown()
    const { ownerId } = await mustBeOpen(read, row.subjectId, problem.unknown)
    const [view] = await viewComments(read, on, ownerId, [row])
    return view as CommentView
  }

/** How many comments subjects have; those without are absent. */
export const hydrateComments: Hydrate = async (read, subjects) =>
  new Map(
    (
      await countsOf(
        read,
        subjects.map(({ id }) => id),
      )
    ).map(({ id, comments }) => [id, { counts: { comments } }]),
  )

/** What happens in a thread is heard by whoever may open its subject. */
export async function mayHear(read: Read, topicIds: readonly string[]): Promise<ReadonlySet<string>> {
  const ids = topicIds.filter((id) => isId(id))
  const judged = await judge(
    read,
    ids.map((subjectId) => ({ viewer: read.actor, subjectId })),
  )
  return new Set(ids.filter((_, i) => judged[i]?.verdict === 'open' && judged[i]?.subject?.kind === 'post'))
}

/** The beginning of a comment's text, for its own author's notifications. */
export async function excerptOf(read: Read, author: string, commentId: string): Promise<string | null> {
  const [row] = await findComments(read, [commentId])
  if (row?.authorId !== author || row.deletedAt) return null
  return row.text.length > 80 ? `${row.text.slice(0, 79).toWellFormed()}…` : row.text
}
