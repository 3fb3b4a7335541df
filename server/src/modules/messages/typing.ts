import { me, type Read } from '../../kernel/ctx.ts'
import type { Host } from '../../kernel/host.ts'
import { namesOf } from '../profiles/index.ts'
import { mustBeMember, openSettings } from './read.ts'
import { findSettings } from './store/settings.ts'

/** Tells the others that somebody writes, unless they keep it to themselves; kept nowhere. */
export const tellTyping =
  (on: Pick<Host, 'bus'>) =>
  async (read: Read, { threadId }: { threadId: string }): Promise<null> => {
    await mustBeMember(read, threadId)
    const [[settings = openSettings], names] = await Promise.all([findSettings(read, [me(read)]), namesOf(on, read, [me(read)])])
    const person = names.get(me(read))
    if (settings.showsTyping && person)
      on.bus.publish({
        kind: 'state',
        topic: `thread:${threadId}`,
        state: { type: 'typing', threadId, handle: person.handle, name: person.name },
      })
    return null
  }
