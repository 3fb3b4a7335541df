import { createStore } from './store.ts'

/** Somebody is asked to sign in again: `go` ends the question, with whether they did. */
export type Asked = { go: (isFresh: boolean) => void }
export const askedToSignIn = createStore<Asked | null>(null)
let asking: Promise<boolean> | null = null

/** Asks to sign in again; calls that need it at the same time wait for the same answer. */
export function signInAgain(): Promise<boolean> {
  asking ??= new Promise<boolean>((go) => askedToSignIn.set({ go })).finally(() => {
    askedToSignIn.set(null)
    asking = null
  })
  return asking
}
