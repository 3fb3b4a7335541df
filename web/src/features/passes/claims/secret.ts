const place = (linkId: string): string => `claim ${linkId}`
const shape = /^[A-Za-z0-9_-]{22}$/

/** The address to give away. The secret stands behind the #, so no request carries it. */
export const addressOf = (linkId: string, secret: string): string => `${window.location.origin}/claim/${linkId}#${secret}`

/**
 * The secret of a link that was opened: out of its address, kept for this tab, so that whoever joins first comes back to
 * it without the secret travelling through an address that a server sees.
 */
export function secretOf(linkId: string, hash = window.location.hash): string | null {
  const found = hash.replace(/^#/, '')
  try {
    if (shape.test(found)) window.sessionStorage.setItem(place(linkId), found)
    return shape.test(found) ? found : window.sessionStorage.getItem(place(linkId))
  } catch {
    // A browser that keeps nothing for a tab: the address alone has it.
    return shape.test(found) ? found : null
  }
}

/** Once it is claimed nothing needs the secret. */
export function forgetSecret(linkId: string): void {
  try {
    window.sessionStorage.removeItem(place(linkId))
  } catch {
    // There was nothing to forget.
  }
}
