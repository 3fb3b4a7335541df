/** No host can be called so (RFC 2606): an address that leaves it has left whatever site it is asked on. */
const anySite = 'http://site.invalid'
// Browsers drop these and what surrounds an address, and read `\\` as `/`; what they would have to mend is no path of ours.
const mended = /[\p{Cc} \\]/u

/**
 * The path of an address on this site, as a browser reads it, or null if it leads anywhere else. Judged by the parser
 * that browsers use and by the origin that comes out, since text that looks like a path may name another host.
 */
export function pathHere(target: string): string | null {
  if (!target.startsWith('/') || mended.test(target) || !URL.canParse(target, anySite)) return null
  const { origin, pathname, search, hash } = new URL(target, anySite)
  // Dots are taken away by the parser: `/.//host` parses to this site, and its path alone would lead to another.
  if (origin !== anySite || pathname.startsWith('//')) return null
  return pathname + search + hash
}
