import { api } from '../../lib/api.ts'
import { latestWins } from '../../lib/latest-wins.ts'
import { createOverlay } from '../../lib/overlay.ts'
import { sentenceOf } from '../../lib/problem.ts'
import { toast } from '../../ui/toast.ts'

export type Likes = { liked: boolean; likes: number }
/** What is liked: a post, or a comment on it. Ids are unique among both. */
export type Liking = { postId: string; commentId?: string | undefined }
export const likes = createOverlay<Likes>()

const wish =
  (liked: boolean) =>
  (now: Likes): Likes =>
    now.liked === liked ? now : { liked, likes: Math.max(0, now.likes + (liked ? 1 : -1)) }

// An unlike names nobody, so this person's other tabs are told here.
const tabs = typeof BroadcastChannel === 'undefined' || typeof window === 'undefined' ? null : new BroadcastChannel('likes')
tabs?.addEventListener('message', ({ data }: MessageEvent<{ id: string; known: Likes }>) => likes.adjust(data.id, () => data.known))

type Wish = Liking & { liked: boolean }
const say = ({ postId, commentId, liked }: Wish): Promise<Likes> =>
  commentId
    ? api(liked ? 'PUT /api/comments/:commentId/like' : 'DELETE /api/comments/:commentId/like', { commentId })
    : api(liked ? 'PUT /api/posts/:postId/like' : 'DELETE /api/posts/:postId/like', { postId })

const send = latestWins<Wish>(async (id, wanted) => {
  const known = await say(wanted)
  likes.learn(id, known)
  tabs?.postMessage({ id, known })
})

/** Shown at once everywhere the thing is; taken back, with the reason, if the server says no. */
export async function setLiked(liking: Liking, liked: boolean): Promise<void> {
  const id = liking.commentId ?? liking.postId
  likes.expect(id, wish(liked))
  try {
    if ((await send(id, { ...liking, liked })) === 'done') likes.settle(id)
  } catch (error) {
    likes.settle(id)
    toast(`${sentenceOf(error)}. Your like was not saved.`)
  }
}
