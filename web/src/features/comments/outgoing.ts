import type { CommentView } from '@corefans/shared/contracts/comments.ts'
import type { InfiniteData, QueryClient, QueryKey } from '@tanstack/react-query'
import { api } from '../../lib/api.ts'
import { sentenceOf } from '../../lib/problem.ts'
import { invalidateOne } from '../../lib/query.ts'
import { createStore } from '../../lib/store.ts'
import { type CommentPage, commentPages, handleCommentChangedEvent, learnComment, replyPages } from './comments.ts'
import { keepDraft, keptDraft } from './drafts.ts'

/** A comment that is on its way, or was refused with a reason. The key makes it one comment, however often it is sent. */
export type Outgoing = { key: string; postId: string; parentId: string | null; text: string; why: string | null }
export const outgoing = createStore<readonly Outgoing[]>([])

const without = (key: string) => outgoing.get().filter((one) => one.key !== key)
const replace = (next: Outgoing): void => outgoing.set(outgoing.get().map((one) => (one.key === next.key ? next : one)))

/** Shows the comment at once and sends it; what the server refuses stays with its reason, and its words are kept. */
export function sendComment(queries: QueryClient, comment: { postId: string; parentId: string | null; text: string }): Promise<void> {
  const one: Outgoing = { ...comment, key: crypto.randomUUID(), why: null }
  outgoing.set([...outgoing.get(), one])
  return send(queries, one)
}

export function sendAgain(queries: QueryClient, key: string): Promise<void> {
  const one = outgoing.get().find((known) => known.key === key)
  if (!one) return Promise.resolve()
  replace({ ...one, why: null })
  return send(queries, one)
}

/** Takes back what was not sent: its words are the draft again, before those that were typed since. */
export function takeBack(key: string): string {
  const one = outgoing.get().find((known) => known.key === key)
  if (!one) return ''
  const text = [...new Set([one.text, keptDraft(one.postId, one.parentId)])].filter(Boolean).join('\n\n')
  outgoing.set(without(key))
  keepDraft(one.postId, one.parentId, text)
  return text
}

async function send(queries: QueryClient, { key, postId, parentId, text }: Outgoing): Promise<void> {
  try {
    const written = await api('POST /api/posts/:postId/comments', { postId, text, parentId }, { idempotencyKey: key })
    learnComment(written)
    outgoing.set(without(key))
    if (keptDraft(postId, parentId) === text) keepDraft(postId, parentId, '')
    place(queries, written)
  } catch (error) {
    replace({ key, postId, parentId, text, why: sentenceOf(error) })
    // A tab that closes now loses nothing.
    if (keptDraft(postId, parentId) === '') keepDraft(postId, parentId, text)
  }
}

/** One's own comment stands where one looks for it: above the others, or below the replies. */
function place(queries: QueryClient, written: CommentView): void {
  const { postId, parentId } = written
  if (parentId) {
    handleCommentChangedEvent(parentId)
    put(queries, replyPages(postId, parentId).queryKey, (data) => withLast(data, written))
  } else
    for (const order of ['newest', 'best'] as const) put(queries, commentPages(postId, order).queryKey, (data) => withFirst(data, written))
  // Counts come whole from the server: adding one here would add it twice where the socket was faster.
  void invalidateOne(queries, 'GET /api/posts/:postId/thread', { postId })
}

/** A list that is being read may have been read before the comment was written: it is read again. */
function put(queries: QueryClient, queryKey: QueryKey, change: (data: Pages) => Pages): void {
  if (queries.isFetching({ queryKey }) > 0) void queries.invalidateQueries({ queryKey })
  else queries.setQueryData<Pages>(queryKey, (data) => data && change(data))
}

type Pages = InfiniteData<CommentPage, string | null>
const has = (data: Pages, id: string) => data.pages.some((page) => page.items.some((item) => item.id === id))
const change = (data: Pages, at: number, to: (items: CommentView[]) => CommentView[]): Pages => ({
  ...data,
  pages: data.pages.map((page, i) => (i === at ? { ...page, items: to(page.items) } : page)),
})
const withFirst = (data: Pages, one: CommentView) => (has(data, one.id) ? data : change(data, 0, (items) => [one, ...items]))
const withLast = (data: Pages, one: CommentView) =>
  has(data, one.id) ? data : change(data, data.pages.length - 1, (items) => [...items, one])
