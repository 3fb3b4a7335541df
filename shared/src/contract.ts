import type { z } from 'zod'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
export type Route = `${Method} /${string}`

/** How often one caller may ask: `points` a minute, refilled evenly. */
export type Rate = { points: number; per: 'account' | 'address' }

/** One HTTP conversation, stated once. The server mounts it, the web is typed by it, OpenAPI is printed from it. */
export type Contract<R extends Route = Route, I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> = {
  route: R
  summary: string
  /** Who may call: anyone (`public`), anyone but the answer knows the viewer (`viewer`), or a signed-in account only. */
  who: 'public' | 'viewer' | 'account'
  /** Path, query and body in one strict object: a command sees one input, never a request. Path wins over query over body. */
  input: I
  output: O
  /** Status of success; 200 unless the contract says otherwise. */
  status?: 200 | 201 | 204
  /** The problems a caller must be ready for, by code, besides the `http/…` ones that any call may answer. */
  problems: readonly string[]
  rate?: Rate
  /** Money: the call is refused without an Idempotency-Key. */
  idempotency?: 'required'
  /** Exists only with the embedded chain. */
  demoOnly?: true
}

export const contract = <const R extends Route, I extends z.ZodType, O extends z.ZodType>(
  route: R,
  rest: Omit<Contract<R, I, O>, 'route'>,
): Contract<R, I, O> => ({ route, ...rest })
