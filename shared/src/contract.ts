import type { z } from 'zod'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
export type Route = `${Method} /${string}`

/** How often one caller may ask: `points` a minute, refilled evenly. */
export type Rate = { points: number; per: 'account' | 'address' }

/** What a member of a team may do for the account; `server/src/modules/teams/rules.ts` says which roles carry which. */
export type TeamPermission = 'write' | 'chat' | 'moderate' | 'stream' | 'money' | 'profile' | 'view'

/** One HTTP conversation, stated once. The server mounts it, the web is typed by it, OpenAPI is printed from it. */
export type Contract<
  R extends Route = Route,
  I extends z.ZodType = z.ZodType,
  O extends z.ZodType = z.ZodType,
  A extends TeamPermission | undefined = TeamPermission | undefined,
> = {
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
  /** A member of the account's team may make this call for it, with this permission; absent: nobody else's business. */
  actFor?: A
  /**
   * Adds, removes or redirects a way in, out or payout: refused unless the caller signed in a moment ago, so that an open
   * or stolen session cannot make itself a lasting right.
   */
  fresh?: true
  /** Exists only with the embedded chain. */
  demoOnly?: true
}

export const contract = <
  const R extends Route,
  I extends z.ZodType,
  O extends z.ZodType,
  const A extends TeamPermission | undefined = undefined,
>(
  route: R,
  rest: Omit<Contract<R, I, O, A>, 'route'>,
): Contract<R, I, O, A> => ({ route, ...rest })
