import type { CommentView, HolderBadge } from '@corefans/shared/contracts/comments.ts'
import type { Person } from '@corefans/shared/contracts/profiles.ts'
import type { Read } from '../../kernel/ctx.ts'
import type { Host } from '../../kernel/host.ts'
import { badgesOf } from '../passes/index.ts'
import { namesOf } from '../profiles/index.ts'
import { likeCounts } from '../reactions/index.ts'
import { notBlocking, shunnedBy } from '../safety/index.ts'
import { mayEdit } from './rules.ts'
import type { CommentRow } from './store/comments.ts'

/** What showing comments needs of the host. */
export type Showing = Pick<Host, 'bus'>
type Around = {
  viewer: string | null
  ownerId: string
  names: ReadonlyMap<string, Person>
  likes: ReadonlyMap<string, { likes: number; liked: boolean }>
  badges: ReadonlyMap<string, HolderBadge>
}

/** Without those whom the actor has blocked or muted, and those who have blocked the actor. */
export async function shownTo<Row extends Pick<CommentRow, 'authorId'>>(read: Read, all: readonly Row[]): Promise<Row[]> {
  const authors = [...new Set(all.map(({ authorId }) => authorId))]
  const [here, { blocked, muted }] = await Promise.all([notBlocking(read, authors), shunnedBy(read, read.actor, authors)])
  return all.filter(({ authorId }) => here.has(authorId) && !blocked.has(authorId) && !muted.has(authorId))
}

/** Comments of one subject as the actor sees them, in their order. Whoever calls has asked whether the subject is open. */
export async function viewComments(read: Read, on: Showing, ownerId: string, rows: readonly CommentRow[]): Promise<CommentView[]> {
  const standing = rows.filter(({ deletedAt }) => deletedAt === null)
  const authors = standing.map(({ authorId }) => authorId)
  const [names, likes, badges] = await Promise.all([
    namesOf(on, read, authors),
    likeCounts(
      read,
      standing.map(({ id }) => id),
    ),
    badgesOf(read, ownerId, authors),
  ])
  return rows.map((row) => present({ viewer: read.actor, ownerId, names, likes, badges }, row))
}

/** The same of one that was written this moment: nobody has liked it yet. */
export async function viewFresh(read: Read, on: Showing, ownerId: string, row: CommentRow): Promise<CommentView> {
  const [names, badges] = await Promise.all([namesOf(on, read, [row.authorId]), badgesOf(read, ownerId, [row.authorId])])
  return present({ viewer: read.actor, ownerId, names, likes: new Map(), badges }, row)
}

/** The stub of what was deleted says that something stood here, and nothing of what or whose. */
function present(around: Around, row: CommentRow): CommentView {
  const outline = { id: row.id, postId: row.subjectId, parentId: row.parentId, createdAt: row.createdAt.toISOString() }
  const author = row.deletedAt === null ? around.names.get(row.authorId) : undefined
  if (!author) return { ...outline, ...stub, counts: { likes: 0, replies: row.replies } }
  const { likes, liked } = around.likes.get(row.id) ?? noLikes
  const badge = around.badges.get(row.authorId)
  return {
    ...outline,
    author,
    text: row.text,
    editedAt: row.editedAt?.toISOString() ?? null,
    deleted: false,
    counts: { likes, replies: row.replies },
    viewer: { liked, ...mayDo(around, row) },
    byPublisher: row.authorId === around.ownerId,
    ...(badge ? { badge } : {}),
  }
}

function mayDo({ viewer, ownerId }: Around, row: CommentRow) {
  const isAuthor = row.authorId === viewer
  return { isAuthor, mayEdit: isAuthor && mayEdit(row.createdAt, row.now), mayDelete: isAuthor || ownerId === viewer }
}

const noLikes = { likes: 0, liked: false }
const stub = {
  editedAt: null,
  deleted: true,
  viewer: { liked: false, isAuthor: false, mayEdit: false, mayDelete: false },
  byPublisher: false,
}
