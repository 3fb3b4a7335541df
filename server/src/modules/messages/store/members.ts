import type { Ctx, Read } from '../../../kernel/ctx.ts'
import type { Folder, MemberRow } from '../types.ts'

type Sql = Pick<Read, 'sql'>
const columns = `thread_id as "threadId", account_id as "accountId", folder, read_seq::float8 as "readSeq", unread, has_written as "hasWritten"`

export const membersOf = (read: Sql, threadIds: readonly string[]) =>
  read.sql<MemberRow>(`select ${columns} from thread_members where thread_id = any($1) order by thread_id, account_id`, [threadIds])

export async function insertMembers(ctx: Ctx, threadId: string, members: readonly { accountId: string; folder: Folder }[]): Promise<void> {
  await ctx.sql(
    `insert into thread_members (thread_id, account_id, folder, last_at) select $1, a, f, $4 from unnest($2::uuid[], $3::text[]) as q(a, f)`,
    [threadId, members.map(({ accountId }) => accountId), members.map(({ folder }) => folder), ctx.now],
  )
}

/** Lines that members have not read, and whether they wrote: whoever writes has accepted. */
type Step = { threadId: string; accountId: string; unread: number; writes: boolean }
export async function moveMembers(ctx: Ctx, steps: readonly Step[]): Promise<void> {
  await ctx.sql(
    `update thread_members m set unread = m.unread + q.unread, has_written = m.has_written or q.writes,
            folder = case when q.writes then 'inbox' else m.folder end, last_at = $5
       from unnest($1::uuid[], $2::uuid[], $3::int[], $4::boolean[]) as q(thread, account, unread, writes)
      where m.thread_id = q.thread and m.account_id = q.account`,
    [
      steps.map(({ threadId }) => threadId),
      steps.map(({ accountId }) => accountId),
      steps.map(({ unread }) => unread),
      steps.map(({ writes }) => writes),
      ctx.now,
    ],
  )
}

/** What an account has read of a thread, and how many lines are left. */
export async function setRead(ctx: Ctx, { threadId, accountId, readSeq, unread }: Omit<MemberRow, 'folder' | 'hasWritten'>): Promise<void> {
  await ctx.sql(`update thread_members set read_seq = $3, unread = $4 where thread_id = $1 and account_id = $2`, [
    threadId,
    accountId,
    readSeq,
    unread,
  ])
}
/** A line that stood is gone: whoever had not read it has one less to read. */
export async function forgetUnread(ctx: Ctx, threadId: string, accounts: readonly string[]): Promise<void> {
  await ctx.sql(`update thread_members set unread = unread - 1 where thread_id = $1 and account_id = any($2)`, [threadId, accounts])
}
export const setFolder = (ctx: Ctx, threadId: string, accountId: string, folder: Folder) =>
  ctx.sql(`update thread_members set folder = $3 where thread_id = $1 and account_id = $2`, [threadId, accountId, folder])

/** Moves the badges of accounts and answers the new ones; rows are taken in one order, and what is answered stands until the commit. */
export async function moveInboxes(ctx: Ctx, deltas: ReadonlyMap<string, number>): Promise<Map<string, number>> {
  const ids = [...deltas.keys()].sort()
  if (ids.length === 0) return new Map()
  const rows = await ctx.sql<{ id: string; unread: number }>(
    `insert into inbox_counts as c (account_id, unread) select a, greatest(d, 0) from unnest($1::uuid[], $2::int[]) as q(a, d)
     on conflict (account_id) do update set unread = c.unread + ($2::int[])[array_position($1::uuid[], c.account_id)]
     returning account_id as id, unread`,
    [ids, ids.map((id) => deltas.get(id) ?? 0)],
  )
  return new Map(rows.map(({ id, unread }) => [id, unread]))
}
export const inboxOf = async (read: Sql, account: string): Promise<number> =>
  (await read.sql<{ unread: number }>(`select unread from inbox_counts where account_id = $1`, [account]))[0]?.unread ?? 0
