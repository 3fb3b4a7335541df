/** A problem the caller can act on. Anything else that is thrown is a fault and answers 500. */
export class Problem extends Error {
  override name = 'Problem'
  constructor(
    readonly code: string,
    readonly status: number,
    readonly title: string,
    readonly meta: Record<string, unknown> = {},
  ) {
    super(title)
  }
}

/** Somebody we depend on is down: 503, try again. */
export class Outage extends Error {
  override name = 'Outage'
  constructor(
    readonly what: string,
    cause: unknown,
  ) {
    super(`${what} is not available`, { cause })
  }
}

/** Whether a disk has no room, here or under the database. */
export const isFull = (err: unknown): boolean => ['ENOSPC', 'EDQUOT', '53100'].includes((err as { code?: string } | null)?.code ?? '')

type Row = readonly [status: number, title: string]
export type ProblemTable = { module: string; rows: Record<string, Row> }
const tables: ProblemTable[] = []

/** Declares a module's problems in one table, so that codes, statuses and words are read at a glance. */
export function problems<T extends Record<string, Row>>(module: string, table: T) {
  tables.push({ module, rows: table })
  const make =
    (name: string, [status, title]: Row) =>
    (meta?: Record<string, unknown>) =>
      new Problem(`${module}/${name}`, status, title, meta)
  return Object.fromEntries(Object.entries(table).map(([name, row]) => [name, make(name, row)])) as {
    [K in keyof T]: (meta?: Record<string, unknown>) => Problem
  }
}

/** Every problem declared so far; complete once all modules are loaded. */
export const declaredProblems = (): readonly ProblemTable[] => tables

export type ProblemDocument = { type: string; title: string; status: number; instance: string } & Record<string, unknown>

/** RFC 9457 body. Unknown errors say nothing of their insides. */
export function toProblem(err: unknown, instance: string, requestId: string): ProblemDocument {
  if (err instanceof Problem) return { type: `/problems/${err.code}`, title: err.title, status: err.status, instance, ...err.meta }
  if (err instanceof Outage)
    return {
      type: '/problems/http/unavailable',
      title: 'A part of CoreFans is not available; try again in a moment',
      status: 503,
      instance,
      requestId,
    }
  return { type: '/problems/http/fault', title: 'Something broke on our side', status: 500, instance, requestId }
}
