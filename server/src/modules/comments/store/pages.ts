import type { Read } from '../../../kernel/ctx.ts'
import type { Place } from '../../../kernel/cursor.ts'
import { dataloader } from '../../../kernel/dataloader.ts'
import { type CommentRow, columns, from } from './comments.ts'

type Asked = { whose: string; rank?: number; at: string; id: string; limit: number }
const keyOf = ({ whose, rank = maxRank, at, id, limit }: Asked) => `${whose} ${rank} ${at} ${id} ${limit + 1}`

/** One range of an index for each page that is asked for in one turn: who reads the same thread shares the page. */
function pages(range: string, order: (of: string) => string) {
  const load = dataloader<CommentRow & { key: string }>(
    async (read, keys) => {
      const asked = keys.map((key) => key.split(' '))
      const rows = await read.sql<CommentRow & { nth: number }>(
        `select q.nth::int as nth, p.* from unnest($1::uuid[], $2::int[], $3::timestamptz[], $4::uuid[], $5::int[]) with ordinality as q(whose, rank, at, id, n, nth)
          cross join lateral (
            select ${columns} from ${from} where ${range} and (c.deleted_at is null or coalesce(k.comments, 0) > 0) order by ${order('c.created_at')} limit q.n) p
          order by q.nth, ${order('p."createdAt"').replaceAll('c.', 'p.')}`,
        [0, 1, 2, 3, 4].map((column) => asked.map((part) => part[column])),
      )
      return rows.map((row) => ({ ...row, key: keys[row.nth - 1] as string }))
    },
    (row) => row.key,
  )
  return (read: Read, asked: Asked) => load(read, [keyOf(asked)])
}

const maxRank = 2_147_483_647
const last = { at: 'infinity', id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' }
const first = { at: '-infinity', id: '00000000-0000-0000-0000-000000000000' }
const begun = 'c.subject_id = q.whose and c.parent_id is null'
type Page = { limit: number }

const newest = pages(`${begun} and (c.created_at, c.id) < (q.at, q.id)`, (at) => `${at} desc, c.id desc`)
/** What begins threads on a subject, newest first. */
export const newestComments = (read: Read, subjectId: string, place: Place | null, { limit }: Page) =>
  newest(read, { whose: subjectId, ...(place ?? last), limit })

export type BestPlace = Place & { rank: string }
const best = pages(`${begun} and (c.rank, c.created_at, c.id) < (q.rank, q.at, q.id)`, (at) => `c.rank desc, ${at} desc, c.id desc`)
/** The same by likes. What is liked meanwhile may stand on two pages. */
export const bestComments = (read: Read, subjectId: string, place: BestPlace | null, { limit }: Page) =>
  best(read, { whose: subjectId, ...(place ? { ...place, rank: Number(place.rank) } : last), limit })

const replies = pages('c.parent_id = q.whose and (c.created_at, c.id) > (q.at, q.id)', (at) => `${at}, c.id`)
/** What answers a comment, oldest first. */
export const repliesTo = (read: Read, parentId: string, place: Place | null, { limit }: Page) =>
  replies(read, { whose: parentId, ...(place ?? first), limit })
