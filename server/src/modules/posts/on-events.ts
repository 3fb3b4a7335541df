import type { House } from '../../kernel/house.ts'
import { judge } from '../access/index.ts'
import { recountPosts } from './read.ts'

const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

export function onEvents(house: House): void {
  house.recount(recountPosts)
  // A locked post's counts are public, so its topic is too; what is hidden has none.
  house.topic(
    'post',
    async (read, id) =>
      isId.test(id) && (await judge(read, house.chain.id, [{ viewer: read.actor, subjectId: id }]))[0]?.verdict !== 'hidden',
  )
}
