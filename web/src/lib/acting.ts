import { actingAsHeader, deedOf } from '@corefans/shared/acting.ts'
import { speakFor } from './api.ts'
import { createStore } from './store.ts'

/** The account that this tab acts for, besides its own. */
export type Acting = { id: string; handle: string; name: string; role: string }

const key = 'acting-as'
export const acting = createStore<Acting | null>(null)

/** Acts for an account from now on, in this tab only; null is for oneself again. Personal calls stay personal. */
export function actFor(account: Acting | null): void {
  if (account) sessionStorage.setItem(key, JSON.stringify(account))
  else sessionStorage.removeItem(key)
  acting.set(account)
  speakFor(account && ((method, path) => (deedOf(method, path) === null ? {} : { [actingAsHeader]: account.id })))
}

/** Goes on acting for whom this tab acted before it was loaded again. */
export function goOnActing(): void {
  try {
    const kept = JSON.parse(sessionStorage.getItem(key) ?? 'null') as Acting | null
    if (kept) actFor(kept)
  } catch {
    actFor(null)
  }
}
