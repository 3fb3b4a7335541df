import type { Api, ApiRoute } from '@corefans/shared/api.ts'
import { vi } from 'vitest'

type Refusal = { status: number; type: string; title?: string; detail?: string }
type Answers = { [R in ApiRoute]?: (input: Record<string, string>) => Api[R]['output'] | Refused }
export type Call = { route: string; input: Record<string, unknown> }

class Refused {
  readonly problem: Refusal
  constructor(problem: Refusal) {
    this.problem = problem
  }
}
/** What the server says instead of an answer. */
export const refuse = (status: number, type: string, detail = 'Not this time'): Refused =>
  new Refused({ status, type, title: detail, detail })

const matcher = (route: string): { method: string; path: RegExp; names: string[] } => {
  const [method = '', template = ''] = route.split(' ')
  const names = [...template.matchAll(/:(\w+)/g)].map(([, name]) => name as string)
  return { method, names, path: new RegExp(`^${template.replace(/:\w+/g, '([^/]+)')}$`) }
}

/**
 * The server, as far as a test needs it: an answer for each route, by the contracts' own types.
 * Anything else is refused with 404 and stands in the answered list of calls as well, so that a test can look.
 */
export function serve(answers: Answers): Call[] {
  const calls: Call[] = []
  vi.stubGlobal('fetch', async (url: string, init: RequestInit = {}) => {
    const { pathname, searchParams } = new URL(url, 'http://localhost')
    for (const [route, answer] of Object.entries(answers)) {
      const { method, path, names } = matcher(route)
      const found = method === (init.method ?? 'GET') ? path.exec(pathname) : null
      if (!found) continue
      const named = Object.fromEntries(names.map((name, i) => [name, decodeURIComponent(found[i + 1] ?? '')]))
      const body = init.body ? (JSON.parse(String(init.body)) as object) : Object.fromEntries(searchParams)
      const input = { ...body, ...named }
      calls.push({ route, input })
      const said = (answer as (input: unknown) => unknown)(input)
      return said instanceof Refused ? reply(said.problem.status, said.problem) : reply(200, said)
    }
    calls.push({ route: `${init.method ?? 'GET'} ${pathname}`, input: {} })
    return reply(404, { status: 404, type: 'test/unknown', title: 'Nothing here' })
  })
  return calls
}

const reply = (status: number, body: unknown): Response =>
  new Response(body === undefined ? '' : JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } })
