import { kept } from '../../../lib/storage.ts'

const place = (linkId: string) => kept(`claim ${linkId}`, 'sessionStorage')
const shape = /^[A-Za-z0-9_-]{22}$/

/** The address to give away. The secret stands behind the #, so no request carries it. */
export const addressOf = (linkId: string, secret: string): string => `${window.location.origin}/claim/${linkId}#${secret}`

/**
 * The secret of a link that was opened: out of its address, kept for this tab, so that whoever joins first comes back to
 * it without the secret travelling through an address that a server sees.
 */
export function secretOf(linkId: string, hash = window.location.hash): string | null {
  const found = hash.replace(/^#/, '')
  if (!shape.test(found)) return place(linkId).read()
  place(linkId).write(found)
  return found
}

/** Once it is claimed nothing needs the secret. */
export const forgetSecret = (linkId: string): void => place(linkId).write(null)
