import type { EventOf } from '@corefans/shared/events/index.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { pairOf } from './rules.ts'
import { lockThreads, threadOfPair } from './store/threads.ts'

/** A block waits for the lines that are under way between the two: after its answer none is added. */
export async function waitForLines(ctx: Ctx, { by, whom, how }: EventOf<'person.shunned'>): Promise<void> {
  if (how !== 'block') return
  const threadId = await threadOfPair(ctx, pairOf(by, whom))
  if (threadId) await lockThreads(ctx, [threadId])
}
