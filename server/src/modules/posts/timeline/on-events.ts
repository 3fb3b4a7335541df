import { nobody } from '../../../kernel/ctx.ts'
import type { Host } from '../../../kernel/host.ts'
import { cutTimelines, keepTimelines } from './keep-timelines.ts'
import { noteFollow, notePost } from './note-changes.ts'
import { sizesOf } from './rules.ts'

const postEvents = ['post.published', 'post.deleted', 'post.restored'] as const
const followEvents = ['profile.followed', 'profile.unfollowed'] as const

/** A change is noted in its own transaction, which readers see at once, and written into timelines by a worker after it. */
export function onEvents(host: Host): void {
  const sizes = sizesOf(host.config.timelines)
  for (const type of postEvents) host.onInTransaction(type, notePost)
  for (const type of followEvents) host.onInTransaction(type, noteFollow)
  host.onCommitted('timelines', [...postEvents, ...followEvents], async (ctx) => void (await keepTimelines(ctx, sizes)))
  let after: string | null = null
  host.cron('posts.timelines', '* * * * *', async () => {
    // What a migration noted, and what an event that was set aside has left.
    while (await host.transact(nobody, (ctx) => keepTimelines(ctx, sizes)));
    after = await host.transact(nobody, (ctx) => cutTimelines(ctx, after, sizes))
  })
}
