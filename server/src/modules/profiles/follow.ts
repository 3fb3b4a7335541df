import { type Ctx, me } from '../../kernel/ctx.ts'
import { waitForBlocks } from '../safety/index.ts'
import { count } from './count.ts'
import { problem } from './problems.ts'
import { mustNotBlock } from './read.ts'
import { allCounts } from './rules.ts'
import { deleteFollow, findProfile, insertFollow } from './store/profiles.ts'

type Followed = { follows: boolean; fans: number }

/** The actor follows; again changes nothing. Both counters move with it. */
export const follow = (ctx: Ctx, { handle }: { handle: string }): Promise<Followed> => change(ctx, handle, true)
export const unfollow = (ctx: Ctx, { handle }: { handle: string }): Promise<Followed> => change(ctx, handle, false)

async function change(ctx: Ctx, handle: string, follows: boolean): Promise<Followed> {
  const other = await findProfile(ctx, handle)
  if (!other) throw problem.unknown()
  if (other.id === me(ctx)) throw problem.yourself()
  if (follows) await waitForBlocks(ctx, me(ctx), other.id)
  await mustNotBlock(ctx, other.id)
  const changed = await (follows ? insertFollow : deleteFollow)(ctx, me(ctx), other.id)
  if (!changed) return { follows, fans: allCounts(other.counts).fans }
  const step = follows ? 1 : -1
  await count(
    ctx,
    new Map([
      [other.id, { fans: step }],
      [me(ctx), { following: step }],
    ]),
  )
  await ctx.emit({ type: follows ? 'profile.followed' : 'profile.unfollowed', followerId: me(ctx), followeeId: other.id })
  return { follows, fans: allCounts((await findProfile(ctx, handle))?.counts).fans }
}

/** Whoever blocks follows no more, and is followed no more. */
export async function endFollows(
  ctx: Ctx,
  { by, whom, how, stands }: { by: string; whom: string; how: string; stands: boolean },
): Promise<void> {
  if (how !== 'block' || !stands) return
  for (const [follower, followee] of [
    [by, whom],
    [whom, by],
  ] as const) {
    if (!(await deleteFollow(ctx, follower, followee))) continue
    await count(
      ctx,
      new Map([
        [followee, { fans: -1 }],
        [follower, { following: -1 }],
      ]),
    )
    await ctx.emit({ type: 'profile.unfollowed', followerId: follower, followeeId: followee })
  }
}
