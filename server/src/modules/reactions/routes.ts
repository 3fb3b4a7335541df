import { reactions as contracts } from '@corefans/shared/contracts/index.ts'
import { me, nobody, type Read } from '../../kernel/ctx.ts'
import { groupCommit } from '../../kernel/group-commit.ts'
import type { Host } from '../../kernel/host.ts'
import { type Liked, type LikeOutcome, setLike, setLikes } from './set-likes.ts'
import type { LikeItem } from './store.ts'

export function routes({ mount, transact }: Host): void {
  const join = groupCommit<LikeItem, LikeOutcome>({
    max: 500,
    keyOf: (item) => `${item.subjectId} ${item.account} ${item.kind}`,
    run: (items) => transact(nobody, (ctx) => setLikes(ctx, items)),
  })
  const hot = async (read: Read, like: Omit<LikeItem, 'account'>): Promise<Liked> => {
    const outcome = await join({ ...like, account: me(read) })
    if (outcome instanceof Error) throw outcome
    return outcome
  }
  const post = ({ postId }: { postId: string }, liked: boolean) => ({ subjectId: postId, kind: 'post' as const, liked })
  const comment = ({ commentId }: { commentId: string }, liked: boolean) => ({ subjectId: commentId, kind: 'comment' as const, liked })
  mount.batchedCommand(
    contracts.like,
    (read, input) => hot(read, post(input, true)),
    (ctx, input) => setLike(ctx, post(input, true)),
  )
  mount.batchedCommand(
    contracts.unlike,
    (read, input) => hot(read, post(input, false)),
    (ctx, input) => setLike(ctx, post(input, false)),
  )
  mount.batchedCommand(
    contracts.likeComment,
    (read, input) => hot(read, comment(input, true)),
    (ctx, input) => setLike(ctx, comment(input, true)),
  )
  mount.batchedCommand(
    contracts.unlikeComment,
    (read, input) => hot(read, comment(input, false)),
    (ctx, input) => setLike(ctx, comment(input, false)),
  )
}
