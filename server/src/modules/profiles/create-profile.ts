import type { EventOf } from '@corefans/shared/events/index.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { problem } from './problems.ts'
import { isTaken } from './store/handles.ts'
import { insertProfile } from './store/profiles.ts'

/** Every account has a public face from its first moment: a taken handle refuses the account too. */
export async function createProfile(ctx: Ctx, event: EventOf<'account.created'>): Promise<void> {
  if (await isTaken(ctx, event.handle, null)) throw problem['handle-taken']()
  await insertProfile(ctx, { id: event.accountId, handle: event.handle, name: event.name, at: ctx.now })
}
