import { actingAsHeader, actingAsQuery, mayActOn } from '@corefans/shared/acting.ts'
import { speakFor } from './api.ts'
import { keptJson, personalKey } from './storage.ts'
import { createStore } from './store.ts'

/** The account that this tab acts for, besides its own. */
export type Acting = { id: string; handle: string; name: string; role: string }

const memory = () => keptJson<Acting>(personalKey('acting-as'), 'sessionStorage')
export const acting = createStore<Acting | null>(null)

/** Acts for an account from now on, in this tab only; null is for oneself again. Personal calls stay personal. */
export function actFor(account: Acting | null): void {
  memory().write(account)
  acting.set(account)
  speakFor(account && ((route): Record<string, string> => (mayActOn(route) ? { [actingAsHeader]: account.id } : {})))
}

/** Whether this tab acted for another account before it was loaded again. */
export const isActing = (): boolean => memory().read() !== null

/** Goes on acting for whom this tab acted before it was loaded again. */
export function goOnActing(): void {
  const kept = memory().read()
  if (kept) actFor(kept)
}

/** The address of a download for the account that this tab acts for: a browser asks for it without headers. */
export function downloadOf(path: string, account: Acting | null): string {
  if (!account) return path
  return `${path}${path.includes('?') ? '&' : '?'}${actingAsQuery}=${account.id}`
}
