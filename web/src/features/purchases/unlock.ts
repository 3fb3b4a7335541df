import { createStore } from '../../lib/store.ts'

/** The post that somebody is about to unlock. */
export type Unlocking = { postId: string; handle: string; name: string }

/** The open unlock; one at a time. `UnlockHost` shows it. */
export const unlocking = createStore<Unlocking | null>(null)
