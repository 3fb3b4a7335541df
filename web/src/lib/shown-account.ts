import { cookieAccountHeader, nobodyShown, shownAccountHeader } from '@corefans/shared/shown-account.ts'
import { keepFor, kept } from './storage.ts'

/** Whose page this is: an account's id or `nobodyShown`; undefined until it is known. */
let shown: string | undefined
const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('corefans:shown-account')
/** A page that cannot come to agree with its cookie says what is wrong in place of loading for ever. */
const once = kept('reloaded-for-account', 'sessionStorage')
const onceMs = 10_000

/** From now on every call of this page is made for this account (null: for a visitor) or not at all; other tabs are told. */
export function showAccount(id: string | null): void {
  const next = id ?? nobodyShown
  if (shown === next) return
  shown = next
  keepFor(id)
  channel?.postMessage(next)
}

/** What each call says of whose page it comes from. */
export const shownAccount = (): Record<string, string> => (shown === undefined ? {} : { [shownAccountHeader]: shown })

/** An answer that changed the cookie changed whose page this is, until the load that follows a sign-in or a sign-out. */
export function followCookie(answer: Headers): void {
  const now = answer.get(cookieAccountHeader)
  if (now) showAccount(now === nobodyShown ? null : now)
}

/**
 * Somebody else is signed in by now: the page is made again for them, and nothing goes on in this one. Answers false where it
 * has just been made again for the same reason.
 */
export function reloadForAccount(): boolean {
  if (Date.now() - Number(once.read() ?? 0) < onceMs) return false
  once.write(String(Date.now()))
  window.location.reload()
  return true
}

/** Makes the page again when another tab shows somebody else, and when the browser brings back one that it had put aside. */
export function watchAccount(): void {
  if (channel)
    channel.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (shown !== undefined && typeof data === 'string' && data !== shown) reloadForAccount()
    }
  window.addEventListener('pageshow', ({ persisted }) => {
    if (!persisted) return
    // Until it is made again nothing of it is seen: it may be somebody's who has left.
    document.documentElement.hidden = true
    window.location.reload()
  })
}
