import type { Ctx } from '../../kernel/ctx.ts'
import { problem } from './problems.ts'
import { sessionSince } from './store/sessions.ts'

/** Whoever finds an open browser must not redirect what its owner earns. */
const freshMs = 10 * 60_000

/** Refuses unless the actor signed in a moment ago. */
export async function mustBeFresh(ctx: Ctx): Promise<void> {
  const { session } = ctx.caller
  const since = session ? await sessionSince(ctx, session) : undefined
  if (!since || ctx.now.getTime() - since.getTime() > freshMs) throw problem['fresh-sign-in']()
}
