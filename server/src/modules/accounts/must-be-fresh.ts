import type { Read } from '../../kernel/ctx.ts'
import { problem } from './problems.ts'
import { isSessionYoung } from './store/sessions.ts'

/** Whoever finds an open browser, or steals its session, must not make a lasting right of it. */
const freshMs = 10 * 60_000

/** Refuses unless the caller signed in a moment ago. */
export async function mustBeFresh(read: Read): Promise<void> {
  const { session } = read.caller
  if (!session || !(await isSessionYoung(read, session, freshMs))) throw problem['fresh-sign-in']()
}
