import { cursorAt, type Place } from '../../../../kernel/cursor.ts'
import { dataloader } from '../../../../kernel/dataloader.ts'
import { beginning, type PostRow, subject, subjectColumns } from '../../store.ts'

type Reading = Parameters<ReturnType<typeof dataloader>>[0]
/** What a viewer's timeline knows of a page: its first rows, and where the rest has to be pulled from; null when there is no rest. */
export type TimelinePage = { hasTimeline: boolean; rows: PostRow[]; beneath: Place | null }

const follows = (author: string) => `(select true from follows f where f.follower_id = q.viewer and f.followee_id = ${author})`
/** Of the timeline's own part of the page: between its floor and where the page begins. */
const within = (at: string, id: string) => `(${at}, ${id}) < (q.at, q.id) and (${at}, ${id}) >= (t.floor_at, t.floor_id)`
const stands = `p.deleted_at is null and (p.author_id = q.viewer or ${follows('p.author_id')})`
const post = `p.created_at, p.id, p.xmin as version`
const newest = 'order by created_at desc, id desc limit q.n'

/**
 * The entries of the page and whatever is not among them yet: posts that changed since, and posts of those whom the viewer
 * began to follow since. Every one is asked whether it stands and is followed now; all of it in one statement, so of one moment.
 */
const candidates = `
   (select p.* from (select e.published_at, e.post_id from timeline_entries e
       where e.account_id = t.account_id and ${within('e.published_at', 'e.post_id')} order by e.published_at desc, e.post_id desc offset 0) e
     cross join lateral (select ${post} from posts p where p.id = e.post_id and ${stands} offset 0) p limit q.n)
   union
   (select p.* from (select distinct on (c.published_at, c.post_id) c.published_at, c.post_id from timeline_post_changes c
       where ${within('c.published_at', 'c.post_id')} order by c.published_at desc, c.post_id desc offset 0) c
     cross join lateral (select ${post} from posts p where p.id = c.post_id and ${stands} offset 0) p limit q.n)
   union
   (select p.* from (select distinct c.author_id from timeline_follow_changes c where c.account_id = t.account_id and ${follows('c.author_id')}) c
     cross join lateral (select ${post} from posts p where p.author_id = c.author_id and p.deleted_at is null and ${within('p.created_at', 'p.id')} ${newest}) p
     ${newest})`

type Row = Partial<PostRow> & {
  nth: number
  key: string
  hasTimeline: boolean
  isBeneath: boolean
  floorAt: string | null
  floorId: string
}
const pages = dataloader<Row>(
  async (read, keys) => {
    const asked = keys.map((key) => key.split(' '))
    const rows = await read.sql<Row>(
      `select q.nth::int as nth, t.account_id is not null as "hasTimeline", (q.at, q.id) < (t.floor_at, t.floor_id) as "isBeneath",
              case when t.floor_at > '-infinity' then ${cursorAt('t.floor_at')} end as "floorAt", t.floor_id as "floorId",
              p.id, p.version::text as version, ${subjectColumns}
         from unnest($1::uuid[], $2::timestamptz[], $3::uuid[], $4::int[]) with ordinality as q(viewer, at, id, n, nth)
         left join timelines t on t.account_id = q.viewer
         left join lateral (select * from (${candidates}) c ${newest}) p on t.account_id is not null
         left ${subject} order by p.created_at desc, p.id desc`,
      [0, 1, 2, 3].map((column) => asked.map((part) => part[column])),
    )
    return rows.map((row) => ({ ...row, key: keys[row.nth - 1] as string }))
  },
  (row) => row.key,
)

/** As many of the newest posts of `viewer` before `from` as `n`, so far as their timeline reaches. */
export async function timelinePage(read: Reading, viewer: string, from: Place | null, n: number): Promise<TimelinePage> {
  const place = from ?? beginning
  const found = await pages(read, [`${viewer} ${place.at} ${place.id} ${n}`])
  const [{ hasTimeline, isBeneath, floorAt, floorId }] = found as [Row]
  if (!hasTimeline || isBeneath) return { hasTimeline, rows: [], beneath: place }
  const rows = found.filter((row): row is Row & PostRow => typeof row.id === 'string')
  return { hasTimeline, rows, beneath: rows.length === n || floorAt === null ? null : { at: floorAt, id: floorId } }
}
