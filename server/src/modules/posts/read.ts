import type { PostsOnly, PostView } from '@corefans/shared/contracts/posts.ts'
import type { Page } from '@corefans/shared/values/page.ts'
import type { Read } from '../../kernel/ctx.ts'
import { pageOf, placeOf } from '../../kernel/cursor.ts'
import type { Recount } from '../../kernel/host.ts'
import { accessProblem, judge, opensUnder } from '../access/index.ts'
import { accountNamed } from '../profiles/index.ts'
import { contentsOf } from './contents.ts'
import { problem } from './problems.ts'
import { countPosts, findPost, newestPosts, type PostRow, postsOfAuthor, revisionsOf } from './store.ts'
import { followedPosts } from './timeline/read.ts'
import { type Showing, viewKnown, viewPosts } from './view.ts'

type ListInput = { limit: number; cursor?: string | undefined }

export const readPost =
  (on: Showing) =>
  async (read: Read, { postId }: { postId: string }): Promise<PostView> => {
    const row = await findPost(read, postId)
    const [view] = row ? await viewPosts(read, on, [row]) : []
    if (!view) throw problem.unknown()
    return view
  }

async function paged(read: Read, on: Showing, rows: readonly PostRow[], limit: number): Promise<Page<PostView>> {
  const known = await contentsOf(read, rows)
  const places = known.map(({ row, content }) => ({ id: row.id, cursorAt: content.cursorAt }))
  return pageOf(places, limit, await viewKnown(read, on, known.slice(0, limit)))
}

export const listProfilePosts =
  (on: Showing) =>
  async (read: Read, input: ListInput & { handle: string; only: PostsOnly }): Promise<Page<PostView>> => {
    const { id } = await accountNamed(read, input.handle)
    return paged(
      read,
      on,
      await postsOfAuthor(read, id, { only: input.only, place: placeOf(input.cursor), limit: input.limit }),
      input.limit,
    )
  }

/** Posts of the account and of whom it follows, or of everybody, newest first. */
export async function timeline(
  read: Read,
  on: Showing,
  whose: { followedBy: string } | 'everybody',
  input: ListInput,
): Promise<Page<PostView>> {
  const place = placeOf(input.cursor)
  const rows =
    whose === 'everybody' ? await newestPosts(read, place, input.limit) : await followedPosts(read, whose.followedBy, place, input.limit)
  return paged(read, on, rows, input.limit)
}

/** The newest post of an author that is locked to the viewer, and that a pass of this tier opens; one with something to see first. */
export async function lockedBehind(
  read: Read,
  on: Showing,
  { authorId, tierId }: { authorId: string; tierId: number },
): Promise<PostView | null> {
  const rows = await postsOfAuthor(read, authorId, { only: 'all', place: null, limit: 30 })
  const views = await viewPosts(read, on, rows)
  const fitting = views.filter(({ locked, unlock }) => locked && unlock?.tiers.some((tier) => tier.tierId === tierId))
  return fitting.find(({ media }) => media.length > 0) ?? fitting[0] ?? null
}

/** Earlier texts behind today's gate and each behind its own: what was locked is not published by opening the post later. */
export const listRevisions = async (read: Read, { postId }: { postId: string }) => {
  const [judged] = await judge(read, [{ viewer: read.actor, subjectId: postId }])
  if (!judged?.subject || judged.verdict === 'hidden') throw problem.unknown()
  if (judged.verdict === 'locked') throw accessProblem.locked()
  const revisions = await revisionsOf(read, postId)
  const isOpen = await opensUnder(
    read,
    judged.subject,
    revisions.map(({ gate }) => gate),
  )
  const shown = revisions.filter((_, i) => isOpen[i])
  return { items: shown.map(({ text, at }) => ({ text, at: at.toISOString() })), nextCursor: null }
}

/** The beginning of a post's text, for its own author's notifications. */
export async function excerptFor(read: Read, author: string, postId: string): Promise<string | null> {
  const post = await findPost(read, postId)
  if (post?.authorId !== author || post.text === '') return null
  return post.text.length > 80 ? `${post.text.slice(0, 79).toWellFormed()}…` : post.text
}

export const recountPosts: Recount = async (read, ids) => new Map((await countPosts(read, ids)).map(({ id, ...counts }) => [id, counts]))
