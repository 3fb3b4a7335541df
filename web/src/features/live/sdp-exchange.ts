import { offline, toProblem } from '../../lib/problem.ts'
import { shownAccount } from '../../lib/shown-account.ts'

/** One session with the server: its answer, and where it is ended. */
export type Session = { answer: string; end: () => Promise<void> }

/** Sends an offer by WHIP (RFC 9725) or WHEP; `key` is a publisher's. Throws `ApiProblem`. */
export async function exchange(url: string, offer: string, key?: string): Promise<Session> {
  const headers = { ...shownAccount(), ...(key ? { authorization: `Bearer ${key}` } : {}) }
  const ask = (to: string, init: RequestInit) =>
    fetch(to, { ...init, credentials: 'same-origin' }).catch(() => {
      throw offline()
    })
  const answered = await ask(url, { method: 'POST', body: offer, headers: { ...headers, 'content-type': 'application/sdp' } })
  const answer = await answered.text()
  if (!answered.ok) throw toProblem(answered.status, answer, answered.headers.get('x-request-id'))
  const place = new URL(answered.headers.get('location') ?? '', answered.url).pathname
  return {
    answer,
    // Also when the page closes, so that nobody waits for one who has left.
    end: async () => void (await ask(place, { method: 'DELETE', headers, keepalive: true }).catch(() => null)),
  }
}
