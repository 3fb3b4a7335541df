import type { MessageView, ThreadDetail } from '@corefans/shared/contracts/messages.ts'
import { isId } from '@corefans/shared/values/ids.ts'
import type { Page } from '@corefans/shared/values/page.ts'
import { me, type Read } from '../../kernel/ctx.ts'
import { column, cursorBy, pageOf, placeOf } from '../../kernel/cursor.ts'
import { groupBy } from '../../kernel/group-by.ts'
import { judge } from '../access/index.ts'
import { namesOf } from '../profiles/index.ts'
import { runsFor } from '../teams/index.ts'
import { betweenAll } from './between.ts'
import { problem } from './problems.ts'
import { mayWrite, openSettings } from './rules.ts'
import { inboxOf, membersOf } from './store/members.ts'
import { lastLines, linesOf } from './store/messages.ts'
import { findSettings } from './store/settings.ts'
import { type Listed, threadFor, threadsOf } from './store/threads.ts'
import type { Folder, MemberRow } from './types.ts'
import { type Showing, viewMessages } from './view.ts'

export type { Showing } from './view.ts'
/** How many unread lines an account's inbox has. */
export const unreadOf = (read: Read, account: string): Promise<number> => inboxOf(read, account)

/** To whoever is no member of it, a conversation is not there. */
export async function mustBeMember(read: Read, threadId: string): Promise<void> {
  const [judged] = await judge(read, [{ viewer: read.actor, subjectId: threadId }], ['thread'])
  if (judged?.verdict !== 'open' || judged.subject?.kind !== 'thread') throw problem['unknown-thread']()
}

export const listThreads =
  (on: Showing) =>
  async (read: Read, input: { folder: Folder; limit: number; cursor?: string | undefined }): Promise<Page<ThreadDetail>> => {
    const rows = await threadsOf(read, me(read), { folder: input.folder, place: placeOf(input.cursor), limit: input.limit })
    const { items, nextCursor } = pageOf(rows, input.limit, rows)
    return { items: await viewThreads(read, on, items), nextCursor }
  }

export const readThread =
  (on: Showing) =>
  async (read: Read, { threadId }: { threadId: string }): Promise<ThreadDetail> => {
    await mustBeMember(read, threadId)
    const row = await threadFor(read, me(read), threadId)
    if (!row) throw problem['unknown-thread']()
    return (await viewThreads(read, on, [row]))[0] as ThreadDetail
  }

async function viewThreads(read: Read, on: Showing, rows: readonly Listed[]): Promise<ThreadDetail[]> {
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const [members, lines] = await Promise.all([membersOf(read, ids), lastLines(read, ids)])
  const accounts = [...new Set(members.map(({ accountId }) => accountId))]
  const [names, views, seen, writable] = await Promise.all([
    namesOf(on, read, accounts),
    viewMessages(read, on, lines),
    seenOf(read, members),
    writableOf(read, rows, members),
  ])
  const ofThread = groupBy(members, ({ threadId }) => threadId)
  return rows.map((row) => {
    const others = (ofThread.get(row.id) ?? []).filter(({ accountId }) => accountId !== read.actor)
    return {
      ...{ id: row.id, kind: row.kind, title: row.title, folder: row.folder, unread: row.unread },
      others: others.flatMap(({ accountId }) => names.get(accountId) ?? []),
      last: views.find(({ threadId }) => threadId === row.id) ?? null,
      lastAt: row.lastAt.toISOString(),
      mayWrite: writable.has(row.id),
      seen: others.filter(seen).map(({ accountId, readSeq }) => ({ accountId, upTo: readSeq })),
    }
  })
}

/** Whether somebody's reading may be shown: both must show it. */
async function seenOf(read: Read, members: readonly MemberRow[]): Promise<(member: MemberRow) => boolean> {
  const accounts = [...new Set(members.map(({ accountId }) => accountId))]
  const hiding = new Set((await findSettings(read, accounts)).filter(({ showsRead }) => !showsRead).map(({ accountId }) => accountId))
  return ({ accountId }) => !hiding.has(me(read)) && !hiding.has(accountId)
}

/** In which of these the actor may write: in a group always, to one person as that person says. */
async function writableOf(read: Read, rows: readonly Listed[], members: readonly MemberRow[]): Promise<Set<string>> {
  const direct = rows.flatMap(({ id, kind }) => {
    const other = kind === 'direct' ? members.find((one) => one.threadId === id && one.accountId !== read.actor) : undefined
    return other ? [{ id, pair: { writer: me(read), reader: other.accountId, hasAnswered: other.hasWritten } }] : []
  })
  const between = await betweenAll(
    read,
    direct.map(({ pair }) => pair),
  )
  const groups = rows.filter(({ kind }) => kind === 'group').map(({ id }) => id)
  return new Set([...groups, ...direct.filter((_, i) => mayWrite(between[i] as (typeof between)[number])).map(({ id }) => id)])
}

const bySeq = cursorBy({ seq: column.bigint })
type Asked = { threadId: string; after?: number | undefined; limit: number; cursor?: string | undefined }

export const listMessages =
  (on: Showing) =>
  async (read: Read, { threadId, after, limit, cursor }: Asked): Promise<Page<MessageView>> => {
    const place = bySeq.read(cursor)
    await mustBeMember(read, threadId)
    const rows = await linesOf(read, threadId, { before: place?.seq ?? null, after: after ?? null, limit })
    const cut = bySeq.cut(rows, limit, ({ seq }) => ({ seq }))
    return { items: await viewMessages(read, on, cut.rows), nextCursor: cut.nextCursor }
  }

/** What happens in a conversation is heard by its members, and by whoever chats for one of them. */
export async function mayHear(read: Read, topicIds: readonly string[]): Promise<ReadonlySet<string>> {
  const ids = topicIds.filter((id) => isId(id))
  if (!read.actor) return new Set()
  const viewers = [read.actor, ...(await runsFor(read, read.actor, 'chat'))]
  const judged = await judge(
    read,
    ids.flatMap((subjectId) => viewers.map((viewer) => ({ viewer, subjectId }))),
    ['thread'],
  )
  return new Set(judged.flatMap(({ verdict, subject }) => (verdict === 'open' && subject?.kind === 'thread' ? [subject.id] : [])))
}

export { openSettings }
