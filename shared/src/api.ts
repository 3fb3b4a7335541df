import type { z } from 'zod'
import type { Contract, Route, TeamPermission } from './contract.ts'
import type * as modules from './contracts/index.ts'

type Modules = typeof modules
type Contracts = { [M in keyof Modules]: Extract<Modules[M][keyof Modules[M]], Contract> }[keyof Modules]

/** Every route of the API with its types, and no run-time weight: `Api['PUT /api/posts/:postId/like']['output']`. */
export type Api = {
  [C in Contracts as C['route']]: C extends Contract<infer _R extends Route, infer I, infer O>
    ? { input: z.input<I>; output: z.output<O> }
    : never
}
export type ApiRoute = keyof Api

/** The routes that a member may call for the account of a team. */
export type ActingRoute = Contracts extends infer C
  ? C extends Contract<infer R, infer _I, infer _O, infer A>
    ? [A & TeamPermission] extends [never]
      ? never
      : R
    : never
  : never
