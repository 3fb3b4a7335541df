import { reactions as contracts } from '@corefans/shared/contracts/index.ts'
import { me, nobody, type Read } from '../../kernel/ctx.ts'
import { groupCommit } from '../../kernel/group-commit.ts'
import type { Host } from '../../kernel/host.ts'
import { type Liked, type LikeOutcome, setLike, setLikes } from './set-likes.ts'
import type { LikeItem } from './store.ts'

export function routes({ mount, transact }: Host): void {
  const join = groupCommit<LikeItem, LikeOutcome>({
    max: 500,
    keyOf: (item) => `${item.subjectId} ${item.account}`,
    run: (items) => transact(nobody, (ctx) => setLikes(ctx, items)),
  })
  const hot =
    (liked: boolean) =>
    async (read: Read, { postId }: { postId: string }): Promise<Liked> => {
      const outcome = await join({ subjectId: postId, account: me(read), liked })
      if (outcome instanceof Error) throw outcome
      return outcome
    }
  mount.batchedCommand(contracts.like, hot(true), (ctx, { postId }) => setLike(ctx, postId, true))
  mount.batchedCommand(contracts.unlike, hot(false), (ctx, { postId }) => setLike(ctx, postId, false))
}
