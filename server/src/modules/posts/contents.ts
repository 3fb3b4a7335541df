import { LRUCache } from 'lru-cache'
import type { Read } from '../../kernel/ctx.ts'
import { departureOf } from '../../kernel/db.ts'
import { type MediaRow, mediaOf } from '../media/index.ts'
import { hasMedia } from './rules.ts'
import { findPosts, type PostRow, type PostWhole } from './store.ts'

/** What a post says, the same for everybody. */
export type Content = {
  version: string
  authorId: string
  text: string
  hasPoll: boolean
  media: readonly MediaRow[]
  createdAt: string
  editedAt: string | null
  cursorAt: string
}
export type Known = { row: PostRow; content: Content }

/** By post. What is kept is right for its version only, so nothing has to be told when a post changes. */
const known = new LRUCache<string, Content>({ max: 50_000 })

/**
 * What these rows say, in their order. What memory has of another version than the row's is read anew, together with the
 * gate that stands before it: text of after a change never meets a gate of before.
 */
export async function contentsOf(read: Read, rows: readonly PostRow[]): Promise<Known[]> {
  const isShared = departureOf(read.sql) !== null // a transaction's own changes have one version, and may never be kept
  const here = new Map(isShared ? rows.flatMap((row) => upToDate(row)) : [])
  const missing = rows.filter(({ id }) => !here.has(id)).map(({ id }) => id)
  if (missing.length > 0)
    for (const one of await readAnew(read, missing)) {
      here.set(one.row.id, one)
      if (isShared) known.set(one.row.id, one.content)
    }
  return rows.flatMap(({ id }) => here.get(id) ?? [])
}

function upToDate(row: PostRow): [id: string, known: Known][] {
  const content = known.get(row.id)
  return content?.version === row.version ? [[row.id, { row, content }]] : []
}

async function readAnew(read: Read, ids: readonly string[]): Promise<Known[]> {
  const wholes = await findPosts(read, ids)
  // Asked after the posts: what hangs on a post may be newer than its version, and never older.
  const media = await mediaOf(
    read,
    wholes.filter(hasMedia).map(({ id }) => id),
  )
  return wholes.map((row) => ({ row, content: contentOf(row, media.get(row.id) ?? []) }))
}

const contentOf = (whole: PostWhole, media: readonly MediaRow[]): Content => ({
  version: whole.version,
  authorId: whole.authorId,
  text: whole.text,
  hasPoll: whole.hasPoll,
  media,
  createdAt: whole.createdAt.toISOString(),
  editedAt: whole.editedAt?.toISOString() ?? null,
  cursorAt: whole.cursorAt,
})
