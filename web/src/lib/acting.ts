import { actingAsHeader, actingAsQuery, mayActOn } from '@corefans/shared/acting.ts'
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
  speakFor(account && ((route): Record<string, string> => (mayActOn(route) ? { [actingAsHeader]: account.id } : {})))
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

/** The address of a download for the account that this tab acts for: a browser asks for it without headers. */
export function downloadOf(path: string, account: Acting | null): string {
  if (!account) return path
  return `${path}${path.includes('?') ? '&' : '?'}${actingAsQuery}=${account.id}`
}
