import type { EventOf } from '@corefans/shared/events/index.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { setRank, subjectsWith } from './store/comments.ts'

/** The best stand by their likes; what is shown of these is counted elsewhere. */
export async function rankComment(ctx: Ctx, { kind, subjectId, likes }: EventOf<'subject.liked' | 'subject.unliked'>): Promise<void> {
  if (kind === 'comment') await setRank(ctx, subjectId, likes)
}

/** A badge is a fact of the pass: where somebody has written on what a creator published, open pages ask again. */
export async function announceBadges(ctx: Ctx, { accountId, creatorId }: EventOf<'access.changed'>): Promise<void> {
  const subjectIds = (await subjectsWith(ctx, accountId, creatorId)).map(({ id }) => id)
  if (subjectIds.length > 0) await ctx.emit({ type: 'badges.changed', creatorId, accountId, subjectIds })
}
