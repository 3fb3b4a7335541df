import type { Api, ApiRoute } from '@corefans/shared/api.ts'
import { ApiProblem, offline, toProblem } from './problem.ts'
import { followCookie, reloadForAccount, shownAccount } from './shown-account.ts'

export type Call = <R extends ApiRoute>(route: R, input: Api[R]['input']) => Promise<Api[R]['output']>
type Options = { idempotencyKey?: string; signal?: AbortSignal }
type Plain = Record<string, unknown>
type Speaking = (route: string) => Record<string, string>

let speaking: Speaking | null = null
/** Headers for calls that are made for another account; null is for oneself. */
export function speakFor(next: Speaking | null): void {
  speaking = next
}
/** The headers that say from whose page, and for whom, a call is made. */
export const spokenFor = (route: ApiRoute): Record<string, string> => ({ ...shownAccount(), ...speaking?.(route) })

/** `PUT /api/posts/:postId/like` + `{ postId }` → method, path and the fields that are left for query or body. */
export function addressOf(route: string, input: Plain): { method: string; path: string; rest: Plain } {
  const [method = 'GET', template = '/'] = route.split(' ')
  const rest = { ...input }
  const path = template.replace(/:(\w+)/g, (_all, name: string) => {
    const value = rest[name]
    delete rest[name]
    return encodeURIComponent(String(value))
  })
  return { method, path, rest }
}

function queryOf(rest: Plain): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(rest)) if (value !== undefined && value !== null) query.set(name, String(value))
  const text = query.toString()
  return text ? `?${text}` : ''
}

function requestOf(route: ApiRoute, input: Plain, options: Options): { url: string; init: RequestInit } {
  const { method, path, rest } = addressOf(route, input)
  const inQuery = method === 'GET' || method === 'DELETE'
  const headers: Record<string, string> = { accept: 'application/json', ...spokenFor(route) }
  if (!inQuery) headers['content-type'] = 'application/json'
  if (options.idempotencyKey) headers['idempotency-key'] = options.idempotencyKey
  const init: RequestInit = { method, headers, credentials: 'same-origin' }
  if (!inQuery) init.body = JSON.stringify(rest)
  if (options.signal) init.signal = options.signal
  return { url: path + (inQuery ? queryOf(rest) : ''), init }
}

/**
 * One call of the API, typed by its contract. Throws `ApiProblem`. What needs a fresh sign-in asks for one and goes on:
 * the server refuses before it does anything, so the same call may be made again.
 */
export async function api<R extends ApiRoute>(route: R, input: Api[R]['input'], options: Options = {}): Promise<Api[R]['output']> {
  try {
    return await once(route, input, options)
  } catch (error) {
    const isStale = error instanceof ApiProblem && error.type === 'accounts/fresh-sign-in'
    if (!isStale || !(await (await import('./fresh.ts')).signInAgain())) throw error
    return once(route, input, options)
  }
}

async function once<R extends ApiRoute>(route: R, input: Api[R]['input'], options: Options): Promise<Api[R]['output']> {
  const { url, init } = requestOf(route, input as Plain, options)
  const response = await fetch(url, init).catch((error: unknown) => {
    throw options.signal?.aborted ? error : offline()
  })
  followCookie(response.headers)
  const text = await response.text()
  if (!response.ok) return refused(toProblem(response.status, text, response.headers.get('x-request-id')))
  return (text ? JSON.parse(text) : null) as Api[R]['output']
}

/** Throws the problem; a page that is not its reader's any more is made again and hears nothing further. */
function refused(problem: ApiProblem): Promise<never> {
  if (problem.type === 'http/another-account' && reloadForAccount()) return new Promise(() => {})
  throw problem
}
