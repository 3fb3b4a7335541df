import type { Ctx } from '../../../kernel/ctx.ts'
import { fateOf, type Sizes } from './rules.ts'
import { type FollowChange, lockTimelines, takeFollowChanges, takePostChanges } from './store/changes.ts'
import {
  dropTimelines,
  gatherPosts,
  openTimeline,
  removePosts,
  spreadPosts,
  standings,
  timelinesAfter,
  trimTimelines,
} from './store/entries.ts'

/** How much one transaction does; a timeline that is opened costs most of all. */
const atOnce = { posts: 500, follows: 100 }
const slice = 1_000

/**
 * Writes into timelines what has changed since. Changes are taken first and carried out by what is true after that, whatever
 * order they came in: what changes meanwhile has said so by a row of its own, which stays. Answers whether there was anything.
 */
export async function keepTimelines(ctx: Ctx, sizes: Sizes): Promise<boolean> {
  await lockTimelines(ctx)
  const posts = await takePostChanges(ctx, atOnce.posts)
  const follows = await takeFollowChanges(ctx, atOnce.follows)
  if (posts.length > 0) await spreadPosts(ctx, posts)
  if (follows.length > 0) await keepFollows(ctx, follows, sizes)
  return posts.length + follows.length > 0
}

async function keepFollows(ctx: Ctx, changes: readonly FollowChange[], sizes: Sizes): Promise<void> {
  const accounts = [...new Set(changes.map(({ accountId }) => accountId))]
  const authorsOf = (account: string) => [...new Set(changes.flatMap((one) => (one.accountId === account ? one.authorId : [])))]
  const all = (await standings(ctx, accounts, sizes.above)).map((one) => ({ ...one, fate: fateOf(one, sizes) }))
  const written = all.filter(({ fate }) => fate === 'open' || fate === 'mend')
  for (const { accountId, fate } of written) {
    if (fate === 'open') await openTimeline(ctx, accountId)
    const changed = fate === 'open' ? null : authorsOf(accountId)
    // One more than may stand: then it is cut, and its floor stands where all that is above it was entered.
    await gatherPosts(ctx, accountId, changed, sizes.most + 1)
    if (changed) await removePosts(ctx, accountId, changed)
  }
  const ids = (some: readonly { accountId: string }[]) => some.map(({ accountId }) => accountId)
  if (written.length > 0) await trimTimelines(ctx, ids(written), sizes)
  const dropped = all.filter(({ fate }) => fate === 'drop')
  if (dropped.length > 0) await dropTimelines(ctx, ids(dropped))
}

/** Cuts back the next timelines that publishing has made too long; answers where to go on, null after the last. */
export async function cutTimelines(ctx: Ctx, after: string | null, sizes: Sizes): Promise<string | null> {
  await lockTimelines(ctx)
  const accounts = await timelinesAfter(ctx, after, slice)
  await trimTimelines(ctx, accounts, sizes)
  return accounts.length < slice ? null : (accounts.at(-1) ?? null)
}
