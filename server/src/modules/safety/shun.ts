import { type Ctx, me } from '../../kernel/ctx.ts'
import { problem } from './problems.ts'
import { type How, insert, lockPair, remove } from './store.ts'

/** The actor blocks or mutes somebody, or takes it back; again changes nothing. Answers whether it stands. */
export async function shun(ctx: Ctx, how: How, whom: string, stands: boolean): Promise<boolean> {
  const by = me(ctx)
  if (whom === by) throw problem.yourself()
  if (how === 'block') await lockPair(ctx, by, whom)
  const changed = await (stands ? insert : remove)(ctx, how, by, whom)
  if (changed) await ctx.emit({ type: 'person.shunned', by, whom, how, stands })
  return stands
}
