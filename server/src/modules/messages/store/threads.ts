import type { Ctx, Read } from '../../../kernel/ctx.ts'
import { cursorAt, type Place } from '../../../kernel/cursor.ts'
import type { Folder, ThreadRow } from '../types.ts'

const columns = `t.id, t.kind, t.title, t.begun_by as "begunBy", t.last_seq::float8 as "lastSeq"`

/** A new thread of this subject; `pair` is null for a group. */
export async function insertThread(ctx: Ctx, thread: { id: string; pair: string | null; title: string; begunBy: string }): Promise<void> {
  await ctx.sql(`insert into threads (id, kind, pair, title, begun_by, created_at, last_at) values ($1, $2, $3, $4, $5, $6, $6)`, [
    thread.id,
    thread.pair === null ? 'group' : 'direct',
    thread.pair,
    thread.title,
    thread.begunBy,
    ctx.now,
  ])
}

export const threadOfPair = async (read: Pick<Read, 'sql'>, pair: string): Promise<string | undefined> =>
  (await read.sql<{ id: string }>(`select id from threads where pair = $1`, [pair]))[0]?.id

/** The threads behind their locks, in one order: whoever adds lines, reads or deletes waits here for the others. */
export const lockThreads = (ctx: Ctx, ids: readonly string[]) =>
  ctx.sql<ThreadRow>(`select ${columns} from threads t where t.id = any($1) order by t.id for no key update`, [ids])

export async function moveThreads(ctx: Ctx, moved: ReadonlyMap<string, number>): Promise<void> {
  await ctx.sql(
    `update threads t set last_seq = q.seq, last_at = $3 from unnest($1::uuid[], $2::bigint[]) as q(id, seq) where t.id = q.id`,
    [[...moved.keys()], [...moved.values()], ctx.now],
  )
}

export type Listed = ThreadRow & { folder: Folder; unread: number; readSeq: number; lastAt: Date; cursorAt: string }
const listed = `${columns}, m.folder, m.unread, m.read_seq::float8 as "readSeq", m.last_at as "lastAt", ${cursorAt('m.last_at')} as "cursorAt"
   from thread_members m join threads t on t.id = m.thread_id`
/** Conversations of an account by their newest line; what nobody has written in yet is shown to whoever began it. */
export const threadsOf = (read: Read, account: string, wanted: { folder: Folder; place: Place | null; limit: number }) =>
  read.sql<Listed>(
    `select ${listed} where m.account_id = $1 and m.folder = $2 and (t.last_seq > 0 or t.begun_by = $1)
        and ($3::timestamptz is null or (m.last_at, m.thread_id) < ($3, $4::uuid)) order by m.last_at desc, m.thread_id desc limit $5`,
    [account, wanted.folder, wanted.place?.at ?? null, wanted.place?.id ?? null, wanted.limit + 1],
  )
export const threadFor = async (read: Pick<Read, 'sql'>, account: string, threadId: string) =>
  (await read.sql<Listed>(`select ${listed} where m.account_id = $1 and m.thread_id = $2`, [account, threadId]))[0]
