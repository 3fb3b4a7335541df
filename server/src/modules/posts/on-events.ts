import { isId } from '@corefans/shared/values/ids.ts'
import type { Host } from '../../kernel/host.ts'
import { judge } from '../access/index.ts'
import { recountPosts } from './read.ts'
import { renewPost } from './renew-post.ts'

export function onEvents(host: Host): void {
  host.recount(recountPosts)
  // What is said of a picture is part of what its post says.
  host.onInTransaction('media.described', (ctx, { subjectId }) => renewPost(ctx, subjectId))
  // A locked post's counts are public, so its topic is too; what is hidden has none.
  host.topic('post', async (read, topicIds) => {
    const ids = topicIds.filter((id) => isId(id))
    const judged = await judge(
      read,
      ids.map((subjectId) => ({ viewer: read.actor, subjectId })),
    )
    return new Set(ids.filter((_, i) => judged[i]?.verdict !== 'hidden'))
  })
}
