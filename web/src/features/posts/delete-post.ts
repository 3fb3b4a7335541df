import { api } from '../../lib/api.ts'
import { sentenceOf } from '../../lib/problem.ts'
import { createStore } from '../../lib/store.ts'
import { toast } from '../../ui/toast.ts'
import { learnPost, posts } from './posts.ts'

/** Posts that this tab deleted a moment ago and may still bring back. */
export const deletions = createStore<ReadonlySet<string>>(new Set())
const without = (postId: string) => new Set([...deletions.get()].filter((id) => id !== postId))

export async function deletePost(postId: string): Promise<void> {
  try {
    const { undoUntil } = await api('DELETE /api/posts/:postId', { postId })
    deletions.set(new Set([...deletions.get(), postId]))
    posts.adjust(postId, (known) => ({ ...known, gone: true }))
    setTimeout(() => deletions.set(without(postId)), Math.min(10_000, Math.max(0, Date.parse(undoUntil) - Date.now())))
  } catch (error) {
    toast(`${sentenceOf(error)}. The post is still there.`)
  }
}

export async function restorePost(postId: string): Promise<void> {
  try {
    learnPost(await api('POST /api/posts/:postId/restore', { postId }))
    toast('Your post is back')
  } catch (error) {
    toast(sentenceOf(error))
  } finally {
    deletions.set(without(postId))
  }
}
