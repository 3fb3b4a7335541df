import type { Api } from '@corefans/shared/api.ts'
import type { CommentView, ThreadView } from '@corefans/shared/contracts/comments.ts'
import { api, type Call } from '../../lib/api.ts'
import { createOverlay } from '../../lib/overlay.ts'
import { ApiProblem } from '../../lib/problem.ts'
import { read, readPages } from '../../lib/query.ts'
import { likes } from '../reactions/index.ts'
import { commentCounts } from './counts.ts'

export type CommentPage = Api['GET /api/posts/:postId/comments']['output']
export type Order = 'newest' | 'best'

/** A comment as the page knows it best; `gone` once it was deleted and leaves no stub. */
export type Known = { comment: CommentView; gone: boolean }
export const comments = createOverlay<Known>()

/** Every comment that arrives is the newest word about itself. */
export function learnComment(comment: CommentView): void {
  comments.learn(comment.id, { comment, gone: false })
  likes.learn(comment.id, { liked: comment.viewer.liked, likes: comment.counts.likes })
}

const learning: Call = async (route, input) => {
  const output = await api(route, input)
  const answer = output as Partial<CommentPage> & CommentView
  if (answer.items) answer.items.forEach(learnComment)
  else learnComment(answer)
  return output
}
const learningThread: Call = async (route, input) => {
  const output = await api(route, input)
  const { pinned, comments: count } = output as ThreadView
  if (pinned) learnComment(pinned)
  commentCounts.learn((input as { postId: string }).postId, count)
  return output
}

export const commentPages = (postId: string, order: Order) => readPages('GET /api/posts/:postId/comments', { postId, order }, learning)
export const replyPages = (postId: string, parentId: string) => readPages('GET /api/posts/:postId/comments', { postId, parentId }, learning)
export const commentQuery = (commentId: string) => read('GET /api/comments/:commentId', { commentId }, learning)
export const threadQuery = (postId: string) => read('GET /api/posts/:postId/thread', { postId }, learningThread)

type Replied = readonly { parentId: string; replies: number }[]
/** What was answered counts its replies; what was deleted and has none any more leaves no stub. */
export function handleRepliedEvent(replied: Replied): void {
  for (const { parentId, replies } of replied)
    comments.adjust(parentId, ({ comment }) => ({
      comment: { ...comment, counts: { ...comment.counts, replies } },
      gone: comment.deleted && replies === 0,
    }))
}

const stubOf = ({ author: _author, text: _text, badge: _badge, ...rest }: CommentView): CommentView => ({
  ...rest,
  deleted: true,
  viewer: { liked: false, isAuthor: false, mayEdit: false, mayDelete: false },
})

type Moved = { commentId: string; replied: Replied }
export function handleCommentDeletedEvent({ commentId, replied }: Moved): void {
  comments.adjust(commentId, ({ comment }) => ({ comment: stubOf(comment), gone: comment.counts.replies === 0 }))
  handleRepliedEvent(replied)
}

export function handleCommentRestoredEvent({ commentId, replied }: Moved): void {
  handleRepliedEvent(replied)
  handleCommentChangedEvent(commentId)
}

/** A comment that is on the screen has changed: its newest word is asked for. */
export function handleCommentChangedEvent(commentId: string): void {
  if (comments.truth(commentId)) void refresh(commentId)
}

async function refresh(commentId: string): Promise<void> {
  try {
    learnComment(await api('GET /api/comments/:commentId', { commentId }))
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 404) comments.adjust(commentId, (known) => ({ ...known, gone: true }))
  }
}
