import type { EventOf } from '@corefans/shared/events/index.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { problem } from './problems.ts'
import { insertProfile } from './store/profiles.ts'

/** Every account has a public face from its first moment: a taken handle refuses the account too. */
export async function createProfile(ctx: Ctx, event: EventOf<'account.created'>): Promise<void> {
  if (!(await insertProfile(ctx, { id: event.accountId, handle: event.handle, name: event.name, at: ctx.now })))
    throw problem['handle-taken']()
}
