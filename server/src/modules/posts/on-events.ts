import { isId } from '@corefans/shared/values/ids.ts'
import type { Host } from '../../kernel/host.ts'
import { judge } from '../access/index.ts'
import { recountPosts } from './read.ts'

export function onEvents(host: Host): void {
  host.recount(recountPosts)
  // A locked post's counts are public, so its topic is too; what is hidden has none.
  host.topic('post', async (read, topicIds) => {
    const ids = topicIds.filter((id) => isId(id))
    const judged = await judge(
      read,
      host.chain.id,
      ids.map((subjectId) => ({ viewer: read.actor, subjectId })),
    )
    return new Set(ids.filter((_, i) => judged[i]?.verdict !== 'hidden'))
  })
}
