import type { MessageSettings } from '@corefans/shared/contracts/messages.ts'
import { type Ctx, me, type Read } from '../../kernel/ctx.ts'
import { openSettings } from './rules.ts'
import { findSettings, keepSettings } from './store/settings.ts'

export async function readSettings(read: Read): Promise<MessageSettings> {
  const [row] = await findSettings(read, [me(read)])
  return row ?? openSettings
}

type Change = { [Name in keyof MessageSettings]?: MessageSettings[Name] | undefined }
export async function changeSettings(ctx: Ctx, change: Change): Promise<MessageSettings> {
  const { whoMayWrite, showsRead, showsTyping } = await readSettings(ctx)
  const next = {
    whoMayWrite: change.whoMayWrite ?? whoMayWrite,
    showsRead: change.showsRead ?? showsRead,
    showsTyping: change.showsTyping ?? showsTyping,
  }
  await keepSettings(ctx, { accountId: me(ctx), ...next })
  return next
}
