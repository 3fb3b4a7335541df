import type { Audience, PostsOnly } from '@corefans/shared/contracts/posts.ts'
import type { Ctx, Read } from '../../kernel/ctx.ts'
import { cursorAt, type Place } from '../../kernel/cursor.ts'
import { dataloader } from '../../kernel/dataloader.ts'
import type { MediaCounts } from './types.ts'

/**
 * A post where it stands in a list: what decides about it now, and the version of what it says. The version is PostgreSQL's
 * own mark of the row (xmin), so it moves with every change that is committed, and with nothing else.
 */
export type PostRow = { id: string; version: string; ownerId: string; gate: string; state: 'live' | 'deleted' }
export type PostWhole = PostRow & {
  authorId: string
  text: string
  images: number
  videos: number
  audio: number
  hasPoll: boolean
  createdAt: Date
  editedAt: Date | null
  deletedAt: Date | null
  cursorAt: string
}
export const subjectColumns = `s.owner_id as "ownerId", s.gate::text as gate, s.state`
export const subject = `join subjects s on s.id = p.id`
const place = `p.id, p.xmin::text as version, ${subjectColumns}`
const whole = `select ${place}, p.author_id as "authorId", p.text, p.images, p.videos, p.audio, p.has_poll as "hasPoll", p.created_at as "createdAt", p.edited_at as "editedAt", p.deleted_at as "deletedAt", ${cursorAt('p.created_at')} as "cursorAt" from posts p ${subject}`

export async function insertPost(ctx: Ctx, post: Pick<PostWhole, 'authorId' | 'text' | 'hasPoll'> & MediaCounts): Promise<string> {
  const [row] = await ctx.sql<{ id: string }>(
    `insert into posts (author_id, text, images, videos, audio, has_poll, created_at) values ($1, $2, $3, $4, $5, $6, $7) returning id`,
    [post.authorId, post.text, post.images, post.videos, post.audio, post.hasPoll, ctx.now],
  )
  return (row as { id: string }).id
}

export const findPosts = dataloader<PostWhole>(
  (read, ids) => read.sql(`${whole} where p.id = any($1)`, [ids]),
  (row) => row.id,
)
export const findPost = async (read: Read, id: string) => (await findPosts(read, [id]))[0]
/** The post behind its row lock, so that two changes of one post follow each other. */
export const lockPost = async (ctx: Ctx, id: string) => (await ctx.sql<PostWhole>(`${whole} where p.id = $1 for update of p`, [id]))[0]

/** Gives the post a new version: something of what it shows was changed elsewhere. */
export async function touchPost(ctx: Ctx, id: string): Promise<void> {
  await ctx.sql(`update posts set deleted_at = deleted_at where id = $1`, [id])
}

/** Changes a post; a text that gives way becomes a revision, behind the gate that it had until now. */
export async function updatePost(
  ctx: Ctx,
  post: Omit<PostWhole, 'gate'> & { gate: Audience },
  change: { text: string } & MediaCounts,
): Promise<void> {
  if (change.text !== post.text)
    await ctx.sql(`insert into post_revisions (post_id, at, text, gate) values ($1, $2, $3, $4) on conflict do nothing`, [
      post.id,
      post.editedAt ?? post.createdAt,
      post.text,
      JSON.stringify(post.gate),
    ])
  await ctx.sql(`update posts set text = $2, images = $3, videos = $4, audio = $5, edited_at = $6 where id = $1`, [
    post.id,
    change.text,
    change.images,
    change.videos,
    change.audio,
    ctx.now,
  ])
}

export async function setDeleted(ctx: Ctx, id: string, at: Date | null): Promise<void> {
  await ctx.sql(`update posts set deleted_at = $2 where id = $1`, [id, at])
}

export const revisionsOf = (read: Read, id: string) =>
  read.sql<{ text: string; at: Date; gate: Audience | null }>(
    `select text, at, gate from post_revisions where post_id = $1 order by at desc limit 50`,
    [id],
  )

/** Before everything there is: the first page begins here, and every page is one range of the index. */
export const beginning: Place = { at: 'infinity', id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' }
const before = (at: string, id: string) => `p.deleted_at is null and (p.created_at, p.id) < (${at}, ${id})`
const newestFirst = 'order by p.created_at desc, p.id desc'

type Asked = { viewer: string; at: string; before: string; rows: number }
const askedKey = ({ viewer, at, before: id, rows }: Asked) => `${viewer} ${at} ${id} ${rows}`
/**
 * The newest posts of the viewer and of whom the viewer follows, for all who ask in one turn. First each author's newest
 * alone: a page reaches no further back than the last of as many of those as it has rows. Then what those authors wrote
 * since then, by index.
 */
const followedPages = dataloader<PostRow & { key: string }>(
  async (read, keys) => {
    const asked = keys.map((key) => key.split(' '))
    const rows = await read.sql<PostRow & { nth: number }>(
      `select q.nth::int as nth, p.id, p.version::text as version, ${subjectColumns}
         from unnest($1::uuid[], $2::timestamptz[], $3::uuid[], $4::int[]) with ordinality as q(viewer, at, id, n, nth)
        cross join lateral (
          with heads as materialized (
            select author, h.created_at, h.id
              from (select followee_id as author from follows where follower_id = q.viewer union all select q.viewer) a
             cross join lateral (select p.created_at, p.id from posts p where p.author_id = author and ${before('q.at', 'q.id')} ${newestFirst} limit 1) h
             order by h.created_at desc, h.id desc limit q.n)
          select f.* from heads cross join lateral (
            select p.created_at, p.id, p.xmin as version from posts p
             where p.author_id = heads.author and ${before('q.at', 'q.id')}
               and p.created_at >= (select case when count(*) < q.n then '-infinity' else min(created_at) end from heads)
             ${newestFirst} limit q.n) f
           order by f.created_at desc, f.id desc limit q.n) p
         ${subject} ${newestFirst}`,
      [0, 1, 2, 3].map((column) => asked.map((part) => part[column])),
    )
    return rows.map((row) => ({ ...row, key: keys[row.nth - 1] as string }))
  },
  (row) => row.key,
)
export const postsFollowed = (read: Read, viewer: string, from: Place | null, limit: number): Promise<PostRow[]> => {
  const { at, id } = from ?? beginning
  return followedPages(read, [askedKey({ viewer, at, before: id, rows: limit + 1 })])
}

/** Everybody who opens Explore in one turn asks the same question. */
const newestPages = dataloader<PostRow & { key: string }>(
  async (read, keys) => {
    const asked = keys.map((key) => key.split(' '))
    const rows = await read.sql<PostRow & { nth: number }>(
      `select q.nth::int as nth, p.id, p.version::text as version, ${subjectColumns}
         from unnest($1::timestamptz[], $2::uuid[], $3::int[]) with ordinality as q(at, id, n, nth)
        cross join lateral (
          select p.created_at, p.id, p.xmin as version from posts p where ${before('q.at', 'q.id')} ${newestFirst} limit q.n) p
         ${subject} ${newestFirst}`,
      [0, 1, 2].map((column) => asked.map((part) => part[column])),
    )
    return rows.map((row) => ({ ...row, key: keys[row.nth - 1] as string }))
  },
  (row) => row.key,
)
export const newestPosts = (read: Read, from: Place | null, limit: number): Promise<PostRow[]> => {
  const { at, id } = from ?? beginning
  return newestPages(read, [`${at} ${id} ${limit + 1}`])
}

export type PostsWanted = { only: PostsOnly; place: Place | null; limit: number }
export const postsOfAuthor = (read: Read, author: string, { only, place: from, limit }: PostsWanted) => {
  const { at, id } = from ?? beginning
  return read.sql<PostRow>(
    `select ${place} from posts p ${subject} where p.author_id = $1 and ${before('$2', '$3')}
        and case $5 when 'images' then p.images > 0 when 'videos' then p.videos > 0 when 'audio' then p.audio > 0
              when 'media' then p.images + p.videos + p.audio > 0 when 'polls' then p.has_poll else true end ${newestFirst} limit $4`,
    [author, at, id, limit + 1, only],
  )
}

export const countPosts = (read: Pick<Read, 'sql'>, authors: readonly string[]) =>
  read.sql<{ id: string; posts: number } & MediaCounts>(
    `select author_id as id, count(*)::int as posts, sum(images)::int as images, sum(videos)::int as videos, sum(audio)::int as audio from posts where author_id = any($1) and deleted_at is null group by author_id`,
    [authors],
  )

/** Whether a post of this author stands that not everybody, or every follower, may open. */
export const hasPostsForHolders = async (read: Pick<Read, 'sql'>, author: string): Promise<boolean> =>
  (
    await read.sql(
      `select 1 from posts p join subjects s on s.id = p.id where p.author_id = $1 and p.deleted_at is null and s.gate <> all($2::jsonb[]) limit 1`,
      [author, ['"public"', '"followers"']],
    )
  ).length > 0
