import type { Ctx, Read } from '../../../kernel/ctx.ts'
import { cursorAt } from '../../../kernel/cursor.ts'
import { dataloader } from '../../../kernel/dataloader.ts'

export type CommentRow = {
  id: string
  subjectId: string
  parentId: string | null
  authorId: string
  text: string
  createdAt: Date
  editedAt: Date | null
  deletedAt: Date | null
  deletedBy: string | null
  /** Replies that stand. */
  replies: number
  rank: number
  /** The moment of the reading, by the database. */
  now: Date
  cursorAt: string
}
export const columns = `c.id, c.subject_id as "subjectId", c.parent_id as "parentId", c.author_id as "authorId", c.text, c.created_at as "createdAt",
  c.edited_at as "editedAt", c.deleted_at as "deletedAt", c.deleted_by as "deletedBy", coalesce(k.comments, 0) as replies, c.rank,
  (select app_now()) as now, ${cursorAt('c.created_at')} as "cursorAt"`
export const from = `comments c left join comment_counts k on k.subject_id = c.id`

export const findComments = dataloader<CommentRow>(
  (read, ids) => read.sql(`select ${columns} from ${from} where c.id = any($1)`, [ids]),
  (row) => row.id,
)

/** The comment behind its row lock, so that two changes of one comment follow each other. */
export const lockComment = async (ctx: Ctx, id: string) =>
  (await ctx.sql<CommentRow>(`select ${columns} from ${from} where c.id = $1 for update of c`, [id]))[0]

export type NewComment = { id: string; subjectId: string; parentId: string | null; authorId: string; text: string }
/** Writes many; answers them as they stand, in the order of the list. */
export async function insertComments(ctx: Ctx, comments: readonly NewComment[]): Promise<CommentRow[]> {
  const rows = await ctx.sql<{ id: string; cursorAt: string }>(
    `insert into comments as c (id, subject_id, parent_id, author_id, text, created_at)
     select i, s, p, a, t, $6 from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::text[]) as n(i, s, p, a, t)
     returning id, ${cursorAt('c.created_at')} as "cursorAt"`,
    [
      comments.map(({ id }) => id),
      comments.map(({ subjectId }) => subjectId),
      comments.map(({ parentId }) => parentId),
      comments.map(({ authorId }) => authorId),
      comments.map(({ text }) => text),
      ctx.now,
    ],
  )
  const at = new Map(rows.map((row) => [row.id, row.cursorAt]))
  const fresh = { createdAt: ctx.now, editedAt: null, deletedAt: null, deletedBy: null, replies: 0, rank: 0, now: ctx.now }
  return comments.map((comment) => ({ ...comment, ...fresh, cursorAt: at.get(comment.id) as string }))
}

export async function setText(ctx: Ctx, id: string, text: string): Promise<void> {
  await ctx.sql(`update comments set text = $2, edited_at = $3 where id = $1`, [id, text, ctx.now])
}

/** Marks a comment deleted by somebody, or takes that back. */
export async function setDeleted(ctx: Ctx, id: string, by: string | null): Promise<void> {
  await ctx.sql(`update comments set deleted_at = $2, deleted_by = $3 where id = $1`, [id, by === null ? null : ctx.now, by])
}

/** Where a comment stands among the best. */
export async function setRank(ctx: Ctx, id: string, rank: number): Promise<void> {
  await ctx.sql(`update comments set rank = $2 where id = $1`, [id, rank])
}

/** The newest subjects of an owner on which somebody has written, at most 500. */
export const subjectsWith = (read: Pick<Read, 'sql'>, author: string, owner: string) =>
  read.sql<{ id: string }>(
    `select c.subject_id as id from comments c join subjects s on s.id = c.subject_id
      where c.author_id = $1 and s.owner_id = $2 and c.deleted_at is null group by c.subject_id order by max(c.created_at) desc limit 500`,
    [author, owner],
  )
