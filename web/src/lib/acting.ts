import { actingAsHeader, deedOf } from '@corefans/shared/acting.ts'
import { createStore } from './store.ts'

/** The account that this tab acts for, besides its own. */
export type Acting = { id: string; handle: string; name: string; role: string }

const key = 'acting-as'

function kept(): Acting | null {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? 'null') as Acting | null
  } catch {
    return null
  }
}

export const acting = createStore<Acting | null>(typeof sessionStorage === 'undefined' ? null : kept())

/** Acts for an account from now on, in this tab only; null is for oneself again. */
export function actFor(account: Acting | null): void {
  if (account) sessionStorage.setItem(key, JSON.stringify(account))
  else sessionStorage.removeItem(key)
  acting.set(account)
}

/** The header of a call that can be made for another; personal calls stay personal. */
export function actingHeader(method: string, path: string): Record<string, string> {
  const account = acting.get()
  return account && deedOf(method, path) !== null ? { [actingAsHeader]: account.id } : {}
}
