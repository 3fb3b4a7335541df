export type Issue = { path: string; message: string }

/** The API said no, or could not be reached (`status` 0). `type` is the problem's code: `/problems/polls/closed` → `polls/closed`. */
export class ApiProblem extends Error {
  readonly type: string
  readonly status: number
  readonly issues: Issue[]
  readonly requestId: string | null

  constructor(problem: { type: string; status: number; title: string; issues?: Issue[]; requestId?: string | null }) {
    super(problem.title)
    this.type = problem.type
    this.status = problem.status
    this.issues = problem.issues ?? []
    this.requestId = problem.requestId ?? null
  }
}

/** False only where the browser knows that there is no network. */
export const isOnline = (): boolean => typeof navigator === 'undefined' || navigator.onLine

export const offline = (): ApiProblem => new ApiProblem({ type: 'web/offline', status: 0, title: 'You seem to be offline' })

type Body = { type?: string; title?: string; issues?: Issue[]; requestId?: string; instance?: string }

/** Reads problem+json; anything else becomes a fault with the status that came. */
export function toProblem(status: number, text: string, requestId: string | null): ApiProblem {
  const body = parse(text)
  return new ApiProblem({
    type: (body.type ?? `http/${status}`).replace(/^.*\/problems\//, ''),
    status,
    title: body.title ?? 'Something went wrong on our side',
    issues: body.issues ?? [],
    requestId: requestId ?? body.requestId ?? body.instance ?? null,
  })
}

function parse(text: string): Body {
  try {
    const body: unknown = JSON.parse(text)
    return typeof body === 'object' && body !== null ? body : {}
  } catch {
    return {}
  }
}

/** One human sentence for any error: the problem's own title, which the server writes for people. */
export function sentenceOf(error: unknown): string {
  if (!(error instanceof ApiProblem)) return 'Something went wrong in this page'
  return error.status === 401 && error.type.startsWith('http/') ? 'Please log in first' : error.message
}

/** Field name → what is wrong with it, from the `issues` of a 422. */
export function fieldErrors(error: unknown): Record<string, string> {
  if (!(error instanceof ApiProblem)) return {}
  return Object.fromEntries(error.issues.map((issue) => [issue.path, issue.message]).reverse())
}
