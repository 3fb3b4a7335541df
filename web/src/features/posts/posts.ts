import type { Api } from '@corefans/shared/api.ts'
import type { PostsOnly, PostView } from '@corefans/shared/contracts/posts.ts'
import { api, type Call } from '../../lib/api.ts'
import { createOverlay } from '../../lib/overlay.ts'
import { ApiProblem } from '../../lib/problem.ts'
import { read, readPages } from '../../lib/query.ts'
import { commentCounts } from '../comments/index.ts'
import { polls } from '../polls/index.ts'
import { likes } from '../reactions/index.ts'
import { tipCounts } from '../tips/index.ts'

export type PostPageOf = Api['GET /api/feed']['output']

/** A post as the page knows it best; `gone` once it was deleted. */
export type Known = { post: PostView; gone: boolean }
export const posts = createOverlay<Known>()

/** Every post that arrives is the newest word about itself, in each list that shows it. */
export function learnPost(post: PostView): void {
  posts.learn(post.id, { post, gone: false })
  likes.learn(post.id, { liked: post.viewer.liked, likes: post.counts.likes })
  commentCounts.learn(post.id, post.counts.comments)
  tipCounts.learn(post.id, post.counts.tips)
  if (post.poll) polls.learn(post.poll.id, post.poll)
}

const learning: Call = async (route, input) => {
  const output = await api(route, input)
  if (output && typeof output === 'object') {
    if ('items' in output) for (const post of output.items as PostView[]) learnPost(post)
    else learnPost(output as PostView)
  }
  return output
}

export const postQuery = (postId: string, call: Call = learning) => read('GET /api/posts/:postId', { postId }, call)
export const feedPages = (tab: 'following' | 'explore', call: Call = learning) => readPages('GET /api/feed', { tab }, call)
export const profilePages = (handle: string, only: PostsOnly, call: Call = learning) =>
  readPages('GET /api/profiles/:handle/posts', { handle, only }, call)

/** The post was deleted, or is closed to this viewer now. */
export const handlePostDeletedEvent = (postId: string): void => posts.adjust(postId, (known) => ({ ...known, gone: true }))

/** A post that is on the screen has changed: its newest word is asked for. */
export function handlePostChangedEvent(postId: string): void {
  if (posts.truth(postId)) void refresh(postId)
}

async function refresh(postId: string): Promise<void> {
  try {
    learnPost(await api('GET /api/posts/:postId', { postId }))
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 404) handlePostDeletedEvent(postId)
  }
}
