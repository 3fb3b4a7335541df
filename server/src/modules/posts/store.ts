import type { Audience } from '@corefans/shared/contracts/posts.ts'
import type { Ctx, Read } from '../../kernel/ctx.ts'
import { cursorAt, type Place } from '../../kernel/cursor.ts'

export type PostRow = {
  id: string
  authorId: string
  text: string
  images: number
  hasPoll: boolean
  createdAt: Date
  editedAt: Date | null
  deletedAt: Date | null
  cursorAt: string
}
const columns = `p.id, p.author_id as "authorId", p.text, p.images, p.has_poll as "hasPoll", p.created_at as "createdAt", p.edited_at as "editedAt", p.deleted_at as "deletedAt", ${cursorAt('p.created_at')} as "cursorAt"`

export async function insertPost(ctx: Ctx, post: { authorId: string; text: string; images: number; hasPoll: boolean }): Promise<string> {
  const [row] = await ctx.sql<{ id: string }>(
    `insert into posts (author_id, text, images, has_poll, created_at) values ($1, $2, $3, $4, $5) returning id`,
    [post.authorId, post.text, post.images, post.hasPoll, ctx.now],
  )
  return (row as { id: string }).id
}

export const findPost = async (read: Read, id: string) => (await read.sql<PostRow>(`select ${columns} from posts p where id = $1`, [id]))[0]
/** The post behind its row lock, so that two changes of one post follow each other. */
export const lockPost = async (ctx: Ctx, id: string) =>
  (await ctx.sql<PostRow>(`select ${columns} from posts p where id = $1 for update`, [id]))[0]

/** Changes a post; a text that gives way becomes a revision, behind the gate that it had until now. */
export async function updatePost(ctx: Ctx, post: PostRow & { gate: Audience }, change: { text: string; images: number }): Promise<void> {
  if (change.text !== post.text)
    await ctx.sql(`insert into post_revisions (post_id, at, text, gate) values ($1, $2, $3, $4) on conflict do nothing`, [
      post.id,
      post.editedAt ?? post.createdAt,
      post.text,
      JSON.stringify(post.gate),
    ])
  await ctx.sql(`update posts set text = $2, images = $3, edited_at = $4 where id = $1`, [post.id, change.text, change.images, ctx.now])
}

export async function setDeleted(ctx: Ctx, id: string, at: Date | null): Promise<void> {
  await ctx.sql(`update posts set deleted_at = $2 where id = $1`, [id, at])
}

export const revisionsOf = (read: Read, id: string) =>
  read.sql<{ text: string; at: Date; gate: Audience | null }>(
    `select text, at, gate from post_revisions where post_id = $1 order by at desc limit 50`,
    [id],
  )

const after = `($2::timestamptz is null or (p.created_at, p.id) < ($2, $3::uuid))`
/**
 * Newest posts of these authors. First each author's newest alone: the page cannot reach further back than the oldest of
 * as many of those as it has rows. Then what lies before that, by index; rows are read whole only for the page itself.
 */
export const postsByAuthors = (read: Read, authors: readonly string[], place: Place | null, limit: number) =>
  read.sql<PostRow>(
    `with heads as materialized (select f.created_at from unnest($1::uuid[]) author cross join lateral (
            select p.created_at from posts p where p.author_id = author and p.deleted_at is null and ${after} order by p.created_at desc, p.id desc limit 1) f
            order by f.created_at desc limit $4),
          edge as (select case when count(*) < $4 then '-infinity' else min(created_at) end as at from heads),
          page as (select f.id from edge, unnest($1::uuid[]) author cross join lateral (
            select p.id, p.created_at from posts p
             where p.author_id = author and p.deleted_at is null and p.created_at >= edge.at and ${after} order by p.created_at desc, p.id desc limit $4) f
            order by f.created_at desc, f.id desc limit $4)
     select ${columns} from page join posts p using (id) order by p.created_at desc, p.id desc`,
    [authors, place?.at ?? null, place?.id ?? null, limit + 1],
  )

export const newestPosts = (read: Read, place: Place | null, limit: number) =>
  read.sql<PostRow>(
    `select ${columns} from posts p where p.deleted_at is null and $1::uuid[] is null and ${after} order by p.created_at desc, p.id desc limit $4`,
    [null, place?.at ?? null, place?.id ?? null, limit + 1],
  )

export type PostsWanted = { only: 'all' | 'images' | 'polls'; place: Place | null; limit: number }
export const postsOfAuthor = (read: Read, author: string, { only, place, limit }: PostsWanted) =>
  read.sql<PostRow>(
    `select ${columns} from posts p where p.author_id = $1 and p.deleted_at is null and ${after}
        and ($5 = 'all' or ($5 = 'images' and p.images > 0) or ($5 = 'polls' and p.has_poll)) order by p.created_at desc, p.id desc limit $4`,
    [author, place?.at ?? null, place?.id ?? null, limit + 1, only],
  )

export const countPosts = (read: Pick<Read, 'sql'>, authors: readonly string[]) =>
  read.sql<{ id: string; posts: number; images: number }>(
    `select author_id as id, count(*)::int as posts, sum(images)::int as images from posts where author_id = any($1) and deleted_at is null group by author_id`,
    [authors],
  )
