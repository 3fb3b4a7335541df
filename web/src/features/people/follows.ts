import { api } from '../../lib/api.ts'
import { latestWins } from '../../lib/latest-wins.ts'
import { createOverlay } from '../../lib/overlay.ts'
import { sentenceOf } from '../../lib/problem.ts'
import { toast } from '../../ui/toast.ts'

export type Follow = { follows: boolean; fans: number }
export const follows = createOverlay<Follow>()

const wish =
  (to: boolean) =>
  (now: Follow): Follow =>
    now.follows === to ? now : { follows: to, fans: Math.max(0, now.fans + (to ? 1 : -1)) }

const send = latestWins<boolean>(async (handle, to) => {
  follows.learn(handle, await api(to ? 'PUT /api/profiles/:handle/follow' : 'DELETE /api/profiles/:handle/follow', { handle }))
})

/** Answers whether the server agreed. */
export async function setFollows(handle: string, to: boolean): Promise<boolean> {
  follows.expect(handle, wish(to))
  try {
    if ((await send(handle, to)) === 'done') follows.settle(handle)
    return true
  } catch (error) {
    follows.settle(handle)
    toast(`${sentenceOf(error)}. Nothing was changed.`)
    return false
  }
}
