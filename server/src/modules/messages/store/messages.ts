import type { Ctx, Read } from '../../../kernel/ctx.ts'
import { dataloader } from '../../../kernel/dataloader.ts'
import type { MessageRow } from '../types.ts'

type Sql = Pick<Read, 'sql'>
const columns = `m.id, m.thread_id as "threadId", m.seq::float8 as seq, m.author_id as "authorId", m.text, m.media, m.reply_to as "replyTo", m.created_at as "createdAt",
  m.edited_at as "editedAt", m.deleted_at as "deletedAt", m.by_kind as "byKind", m.by_role as "byRole", m.by_person as "byPerson", m.signature, (select app_now()) as now`

export const findMessages = dataloader<MessageRow>(
  (read, ids) => read.sql(`select ${columns} from messages m where m.id = any($1)`, [ids]),
  (row) => row.id,
)
export const lastLines = (read: Sql, threadIds: readonly string[]) =>
  read.sql<MessageRow>(
    `select ${columns} from threads t join messages m on m.thread_id = t.id and m.seq = t.last_seq where t.id = any($1)`,
    [threadIds],
  )

/** Ids for lines that are about to be written: a line is signed before it is stored. */
export const freshIds = async (ctx: Ctx, n: number): Promise<string[]> =>
  (await ctx.sql<{ id: string }>(`select uuidv7() as id from generate_series(1, $1)`, [n])).map(({ id }) => id)

export async function insertMessages(ctx: Ctx, rows: readonly Omit<MessageRow, 'now'>[]): Promise<void> {
  await ctx.sql(
    `insert into messages (id, thread_id, seq, author_id, text, media, reply_to, created_at, by_kind, by_role, by_person, signature)
     select * from unnest($1::uuid[], $2::uuid[], $3::bigint[], $4::uuid[], $5::text[], $6::int[], $7::uuid[], $8::timestamptz[], $9::text[], $10::text[], $11::uuid[], $12::bytea[])`,
    [
      rows.map(({ id }) => id),
      rows.map(({ threadId }) => threadId),
      rows.map(({ seq }) => seq),
      rows.map(({ authorId }) => authorId),
      rows.map(({ text }) => text),
      rows.map(({ media }) => media),
      rows.map(({ replyTo }) => replyTo),
      rows.map(({ createdAt }) => createdAt),
      rows.map(({ byKind }) => byKind),
      rows.map(({ byRole }) => byRole),
      rows.map(({ byPerson }) => byPerson),
      rows.map(({ signature }) => signature),
    ],
  )
}

/** Places as the database has them: a cursor may name one beyond what a number holds. */
type Wanted = { before: string | null; after: number | null; limit: number }
/** Lines of a thread, newest first. */
export const linesOf = (read: Sql, threadId: string, { before, after, limit }: Wanted) =>
  read.sql<MessageRow>(
    `select ${columns} from messages m where m.thread_id = $1 and m.seq < coalesce($2::bigint, 9223372036854775807) and m.seq > coalesce($3::bigint, 0) order by m.seq desc limit $4`,
    [threadId, before, after, limit + 1],
  )
/** The same, oldest first, from after a place. */
export const linesAfter = (read: Sql, threadId: string, after: string, limit: number) =>
  read.sql<MessageRow>(`select ${columns} from messages m where m.thread_id = $1 and m.seq > $2 order by m.seq limit $3`, [
    threadId,
    after,
    limit + 1,
  ])

/** How many lines of others stand after a place. */
export const countAfter = async (read: Sql, threadId: string, account: string, seq: number): Promise<number> =>
  (
    await read.sql<{ n: number }>(
      `select count(*)::int as n from messages where thread_id = $1 and seq > $3 and author_id <> $2 and deleted_at is null`,
      [threadId, account, seq],
    )
  )[0]?.n ?? 0

/** New words under a new signature; what it said before is kept with the signature that it had. */
export async function rewrite(ctx: Ctx, row: MessageRow, text: string, signature: Buffer): Promise<void> {
  await ctx.sql(
    `insert into message_versions (message_id, version, text, signature, written_at)
     select $1, 1 + count(*), $2, $3, $4 from message_versions where message_id = $1`,
    [row.id, row.text, row.signature, row.editedAt ?? row.createdAt],
  )
  await ctx.sql(`update messages set text = $2, signature = $3, edited_at = $4 where id = $1`, [row.id, text, signature, ctx.now])
}
export const setDeleted = (ctx: Ctx, id: string) => ctx.sql(`update messages set deleted_at = $2 where id = $1`, [id, ctx.now])
