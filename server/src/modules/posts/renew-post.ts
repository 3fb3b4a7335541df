import type { Ctx } from '../../kernel/ctx.ts'
import { touchPost } from './store.ts'

/** Something that a post shows was changed elsewhere: whoever remembers the post reads it again. */
export async function renewPost(ctx: Ctx, subjectId: string | null): Promise<void> {
  if (subjectId) await touchPost(ctx, subjectId)
}
