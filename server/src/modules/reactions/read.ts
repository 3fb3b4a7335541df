import type { Read } from '../../kernel/ctx.ts'
import type { Host, Recount } from '../../kernel/host.ts'
import type { Hydrate } from '../../kernel/hydration.ts'
import { countLikes, likesOf } from './store.ts'

/** Likes of subjects, and whether the viewer is among them. */
export async function likeCounts(read: Read, subjectIds: readonly string[]): Promise<Map<string, { likes: number; liked: boolean }>> {
  if (subjectIds.length === 0) return new Map()
  return new Map((await likesOf(read, subjectIds)).map(({ id, likes, liked }) => [id, { likes, liked }]))
}

const recountLikes: Recount = async (read, ids) => new Map((await countLikes(read, ids)).map(({ id, likes }) => [id, { likes }]))

const hydrateLikes: Hydrate = async (read, subjects) =>
  new Map(
    (
      await likesOf(
        read,
        subjects.map(({ id }) => id),
      )
    ).map(({ id, likes, liked }) => [id, { counts: { likes }, viewer: { liked } }]),
  )

export function onEvents(host: Host): void {
  host.recount(recountLikes)
  host.hydrates(hydrateLikes)
}
