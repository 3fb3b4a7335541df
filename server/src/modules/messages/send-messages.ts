import type { MessageView } from '@corefans/shared/contracts/messages.ts'
import { type Ctx, me } from '../../kernel/ctx.ts'
import { groupBy } from '../../kernel/group-by.ts'
import type { Host } from '../../kernel/host.ts'
import { insertWithin } from '../access/index.ts'
import { attachMedia } from '../media/index.ts'
import { betweenAll } from './between.ts'
import { problem } from './problems.ts'
import { lineOf, signingKey, signLine, writerOf } from './provenance.ts'
import { hasTooManyLinks, inboxStep, mayWrite, movesOf } from './rules.ts'
import { membersOf, moveInboxes, moveMembers } from './store/members.ts'
import { findMessages, freshIds, insertMessages } from './store/messages.ts'
import { lockThreads, moveThreads } from './store/threads.ts'
import type { MemberRow, MessageRow, ThreadRow, Writer } from './types.ts'
import { type Showing, viewMessages } from './view.ts'

export type Draft = { threadId: string; authorId: string; by: Writer; text: string; mediaIds: readonly string[]; replyTo: string | null }
type Line = Draft & { members: readonly MemberRow[] }

/**
 * Lines of many people in one transaction; each answer stands in the order of the drafts, a refusal as its problem. Threads
 * are taken in one order and number their lines under their locks, so order and numbers are the same for everybody.
 */
export async function sendMessages(ctx: Ctx, host: Pick<Host, 'db'>, drafts: readonly Draft[]): Promise<(MessageRow | Error)[]> {
  const ids = [...new Set(drafts.map(({ threadId }) => threadId))]
  const threads = new Map((await lockThreads(ctx, ids)).map((thread) => [thread.id, thread]))
  const judged = await judgeAll(ctx, drafts, threads)
  const lines = judged.filter((one): one is Line => !(one instanceof Error))
  const rows = await write(ctx, host, lines, threads)
  await moveAll(ctx, lines, rows)
  let nth = 0
  return judged.map((one) => (one instanceof Error ? one : (rows[nth++] as MessageRow)))
}

type Input = { threadId: string; text: string; mediaIds: string[]; replyTo: string | null }
/** One line as a plain command: for calls with an Idempotency-Key, and with files. */
export const sendMessage =
  (on: Showing & Pick<Host, 'db'>) =>
  async (ctx: Ctx, input: Input): Promise<MessageView> => {
    const [sent] = await sendMessages(ctx, on, [{ ...input, authorId: me(ctx), by: await writerOf(ctx) }])
    if (!sent || sent instanceof Error) throw sent ?? problem['unknown-thread']()
    return (await viewMessages(ctx, on, [sent]))[0] as MessageView
  }

async function judgeAll(ctx: Ctx, drafts: readonly Draft[], threads: ReadonlyMap<string, ThreadRow>): Promise<(Line | Error)[]> {
  const members = groupBy(await membersOf(ctx, [...threads.keys()]), ({ threadId }) => threadId)
  const lines = drafts.map((draft) => ({ ...draft, members: members.get(draft.threadId) ?? [] }))
  const pairs = lines.map(({ threadId, authorId, members: all }) => {
    const other = threads.get(threadId)?.kind === 'direct' ? all.find(({ accountId }) => accountId !== authorId) : undefined
    return other && { writer: authorId, reader: other.accountId, hasAnswered: other.hasWritten }
  })
  const between = await betweenAll(
    ctx,
    pairs.flatMap((pair) => pair ?? []),
  )
  const answered = new Map(
    (
      await findMessages(
        ctx,
        drafts.flatMap(({ replyTo }) => replyTo ?? []),
      )
    ).map((row) => [row.id, row]),
  )
  let nth = 0
  return lines.map((line, i) => {
    const may = pairs[i] ? mayWrite(between[nth++] as (typeof between)[number]) : true
    return whyNot(line, may, answered.get(line.replyTo ?? '')) ?? line
  })
}

/** Why a line cannot stand, the gravest reason first: to a stranger the thread is not there. */
function whyNot(line: Line, may: boolean, answered: MessageRow | undefined): Error | null {
  if (!line.members.some(({ accountId }) => accountId === line.authorId)) return problem['unknown-thread']()
  if (!may) return problem['not-allowed']()
  if (line.text === '' && line.mediaIds.length === 0) return problem.empty()
  if (hasTooManyLinks(line.text)) return problem['too-many-links']()
  const isThere = line.replyTo === null || (answered?.threadId === line.threadId && !answered.deletedAt)
  return isThere ? null : problem['unknown-reply']()
}

async function write(
  ctx: Ctx,
  host: Pick<Host, 'db'>,
  lines: readonly Line[],
  threads: ReadonlyMap<string, ThreadRow>,
): Promise<MessageRow[]> {
  if (lines.length === 0) return []
  const [key, ids] = await Promise.all([signingKey(ctx, host), idsFor(ctx, lines)])
  const seqs = new Map([...threads].map(([id, { lastSeq }]) => [id, lastSeq]))
  const rows = lines.map(({ threadId, authorId, by, text, mediaIds, replyTo }, i): MessageRow => {
    const seq = (seqs.get(threadId) ?? 0) + 1
    seqs.set(threadId, seq)
    const fresh = { createdAt: ctx.now, editedAt: null, deletedAt: null, now: ctx.now }
    const row = { id: ids[i] as string, threadId, seq, authorId, text, media: mediaIds.length, replyTo, ...fresh, ...by }
    return { ...row, signature: signLine(key, lineOf(row, mediaIds)) }
  })
  await insertMessages(ctx, rows)
  const touched = new Set(lines.map(({ threadId }) => threadId))
  await moveThreads(ctx, new Map([...seqs].filter(([id]) => touched.has(id))))
  for (const [i, { mediaIds }] of lines.entries()) if (mediaIds.length > 0) await attachMedia(ctx, ids[i] as string, mediaIds)
  return rows
}

/** A line with files is a subject, so that their bytes ask the policy; a line of words is not. */
async function idsFor(ctx: Ctx, lines: readonly Line[]): Promise<string[]> {
  const isSubject = (line: Line) => line.mediaIds.length > 0
  const subjects = await insertWithin(
    ctx,
    'message',
    lines.filter(isSubject).map(({ authorId, threadId }) => ({ ownerId: authorId, withinId: threadId })),
  )
  const fresh = await freshIds(ctx, lines.length - subjects.length)
  return lines.map((line) => (isSubject(line) ? subjects.shift() : fresh.shift()) as string)
}

/** Everybody else has one line more to read; whoever writes has accepted the conversation. */
async function moveAll(ctx: Ctx, lines: readonly Line[], rows: readonly MessageRow[]): Promise<void> {
  const moved = movesOf(lines)
  if (moved.length === 0) return
  await moveMembers(ctx, moved)
  const deltas = new Map<string, number>()
  for (const move of moved) deltas.set(move.accountId, (deltas.get(move.accountId) ?? 0) + inboxStep(move))
  const inboxes = await moveInboxes(ctx, deltas)
  for (const [threadId, added] of groupBy(rows, (row) => row.threadId)) {
    const members = moved.filter((move) => move.threadId === threadId)
    await ctx.emit({
      type: 'messages.sent',
      threadId,
      added: added.map(({ id, seq, authorId }) => ({ id, seq, authorId })),
      members: members.map(({ accountId }) => ({ accountId, unread: inboxes.get(accountId) ?? 0 })),
    })
  }
}
