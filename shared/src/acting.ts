/** The header by which a member of a team says for which account a call is made. */
export const actingAsHeader = 'x-acting-as'

export type Deed = 'write' | 'chat' | 'moderate' | 'stream' | 'money' | 'profile' | 'look'

// What a call is, by its path. A path that is not here is never made for somebody else: sessions, passwords, passkeys,
// wallets, teams, follows, likes and notifications stay with the person.
const calls: readonly [RegExp, Deed][] = [
  [/^(POST|PATCH|DELETE) \/api\/posts(\/[^/]+(\/restore)?)?$/, 'write'],
  [/^(POST|PATCH) \/api\/media(\/[^/]+)?$/, 'write'],
  [/^PATCH \/api\/me\/profile$/, 'profile'],
  [/^PUT \/api\/me\/tiers\/[^/]+$/, 'money'],
  [/^GET \/api\/me\/(tips|purchases|passes|statements|portfolio)(\/.*)?$/, 'money'],
  [/^(GET|POST|PUT|DELETE) \/api\/messages(\/.*)?$/, 'chat'],
  [/^(GET|POST|PUT|DELETE) \/api\/(reports|blocks|mutes)(\/.*)?$/, 'moderate'],
  [/^(POST|PUT|PATCH|DELETE) \/api\/streams(\/.*)?$/, 'stream'],
  [/^GET \/api\/(posts|profiles)\/[^/]+(\/(posts|revisions))?$/, 'look'],
]

/** What a call is when it is made for an account that one only helps to run; null if it is nobody else's business. */
export function deedOf(method: string, path: string): Deed | null {
  return calls.find(([shape]) => shape.test(`${method} ${path}`))?.[1] ?? null
}
