import type { Ctx } from '../../../kernel/ctx.ts'
import { noteFollowChange, notePostChange } from './store/changes.ts'

type PostEvent = { postId: string }
type FollowEvent = { followerId: string; followeeId: string }

export const notePost = (ctx: Ctx, { postId }: PostEvent): Promise<void> => notePostChange(ctx, postId)
export const noteFollow = (ctx: Ctx, { followerId, followeeId }: FollowEvent): Promise<void> =>
  noteFollowChange(ctx, { accountId: followerId, authorId: followeeId })
