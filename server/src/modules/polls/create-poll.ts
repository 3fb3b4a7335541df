import type { PollDraft } from '@corefans/shared/contracts/polls.ts'
import { type Ctx, nobody } from '../../kernel/ctx.ts'
import { judge } from '../access/index.ts'
import { findPolls, insertPoll } from './store/polls.ts'

/** A poll of the subject, open from now; at its end a job tells voters' pages and the owner. */
export async function createPoll(ctx: Ctx, subjectId: string, draft: PollDraft): Promise<string> {
  const closesAt = draft.durationMs === null ? null : new Date(ctx.now.getTime() + draft.durationMs)
  const pollId = await insertPoll(ctx, {
    subjectId,
    multiple: draft.multiple,
    holdersOnly: draft.holdersOnly,
    closesAt,
    options: draft.options,
  })
  if (closesAt) await ctx.addJob('polls.close', { pollId }, { runAt: closesAt, key: `poll-close ${pollId}` })
  return pollId
}

/** The end of a poll, once its time has come and its post still stands. */
export const closePoll = async (ctx: Ctx, { pollId }: { pollId: string }): Promise<void> => {
  const [poll] = await findPolls(ctx, [pollId])
  if (!poll?.closed) return
  const [judged] = await judge({ ...ctx, actor: null, caller: nobody }, [{ viewer: null, subjectId: poll.subjectId }])
  if (judged?.subject) await ctx.emit({ type: 'poll.closed', pollId, subjectId: poll.subjectId, ownerId: judged.subject.ownerId })
}
