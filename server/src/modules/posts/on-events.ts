import { isId } from '@corefans/shared/values/ids.ts'
import type { House } from '../../kernel/house.ts'
import { judge } from '../access/index.ts'
import { recountPosts } from './read.ts'

export function onEvents(house: House): void {
  house.recount(recountPosts)
  // A locked post's counts are public, so its topic is too; what is hidden has none.
  house.topic('post', async (read, topicIds) => {
    const ids = topicIds.filter((id) => isId(id))
    const judged = await judge(
      read,
      house.chain.id,
      ids.map((subjectId) => ({ viewer: read.actor, subjectId })),
    )
    return new Set(ids.filter((_, i) => judged[i]?.verdict !== 'hidden'))
  })
}
