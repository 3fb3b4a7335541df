import { keptJson } from './storage.ts'
import { createStore } from './store.ts'

/** What a visitor wanted to do when they were asked to join. */
export type Act =
  | { does: 'like'; postId: string; commentId?: string | undefined }
  | { does: 'follow'; handle: string }
  | { does: 'vote'; pollId: string; optionIds: number[] }
  | { does: 'get'; handle: string; tierId: number; isForPost: boolean }

/** What joining is for, as the sheet says it: “Join free to like”. */
export type Joining = { to: string; act: Act }
/** The open question; `JoinSheet` shows it. */
export const joining = createStore<Joining | null>(null)

/** Asks a visitor to join, in place: nothing that they read or wrote is left. */
export const askToJoin = (to: string, act: Act): void => joining.set({ to, act })

/** Long enough to join, too short to surprise anybody later. */
const keptMs = 30 * 60_000
const memory = keptJson<{ act: Act; path: string; until: number }>('act-after-joining', 'sessionStorage')

/** Keeps what was wanted on the way through the sign-up; where nothing can be kept they press once more. */
export const keepAct = (act: Act, path: string, now = Date.now()): void => memory.write({ act, path, until: now + keptMs })

/** What was wanted at this place, once; null for anything else, and for what lies too far back. */
export function takeAct(path: string, now = Date.now()): Act | null {
  const kept = memory.read()
  memory.write(null)
  return kept && kept.path === path && kept.until > now ? kept.act : null
}
