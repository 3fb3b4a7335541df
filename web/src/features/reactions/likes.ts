import { api } from '../../lib/api.ts'
import { latestWins } from '../../lib/latest-wins.ts'
import { createOverlay } from '../../lib/overlay.ts'
import { sentenceOf } from '../../lib/problem.ts'
import { toast } from '../../ui/toast.ts'

export type Likes = { liked: boolean; likes: number }
export const likes = createOverlay<Likes>()

const wish =
  (liked: boolean) =>
  (now: Likes): Likes =>
    now.liked === liked ? now : { liked, likes: Math.max(0, now.likes + (liked ? 1 : -1)) }

// An unlike names nobody, so this person's other tabs are told here.
const tabs = typeof BroadcastChannel === 'undefined' || typeof window === 'undefined' ? null : new BroadcastChannel('likes')
tabs?.addEventListener('message', ({ data }: MessageEvent<{ postId: string; known: Likes }>) => likes.adjust(data.postId, () => data.known))

const send = latestWins<boolean>(async (postId, liked) => {
  const known = await api(liked ? 'PUT /api/posts/:postId/like' : 'DELETE /api/posts/:postId/like', { postId })
  likes.learn(postId, known)
  tabs?.postMessage({ postId, known })
})

/** Shown at once everywhere the post is; taken back, with the reason, if the server says no. */
export async function setLiked(postId: string, liked: boolean): Promise<void> {
  likes.expect(postId, wish(liked))
  try {
    if ((await send(postId, liked)) === 'done') likes.settle(postId)
  } catch (error) {
    likes.settle(postId)
    toast(`${sentenceOf(error)}. Your like was not saved.`)
  }
}
