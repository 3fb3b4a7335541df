import { nobody, onBehalfOf } from '../../kernel/ctx.ts'
import { type Draft, markRead, openThread, sendMessages } from '../../modules/messages/index.ts'
import type { WorldLine, WorldThread } from '../world/types.ts'
import type { Accounts } from './people.ts'
import { at, type Seeding } from './seeding.ts'

/** Conversations as people had them, side by side, since they know nothing of each other; within one, line after line. */
export async function seedMessages(seeding: Seeding, threads: readonly WorldThread[], people: Accounts): Promise<void> {
  seeding.say(`${threads.length} conversations`)
  await Promise.all(threads.map((thread) => talk(seeding, thread, people)))
}

async function talk(seeding: Seeding, { members, title, lines, read }: WorldThread, people: Accounts): Promise<void> {
  const { host } = seeding
  const [first = '', ...others] = members
  const begun = onBehalfOf(people.get(first) as string, at(seeding, lines[0]?.at ?? 0))
  const { id: threadId } = await host.transact(begun, (ctx) => openThread(host)(ctx, { handles: others, title }))
  for (const line of lines) await write(seeding, threadId, line, people)
  for (const member of members) {
    const upTo = member === 'fan1' ? read : lastOf(lines, member)
    if (upTo > 0) await host.transact(onBehalfOf(people.get(member) as string), (ctx) => markRead(ctx, { threadId, upTo }))
  }
}

/** Whoever wrote has read what stood before. */
const lastOf = (lines: readonly WorldLine[], member: string): number => lines.findLastIndex(({ author }) => author === member) + 1

async function write(
  { host, epoch }: Seeding,
  threadId: string,
  { author, by, text, at: when }: WorldLine,
  people: Accounts,
): Promise<void> {
  const authorId = people.get(author) as string
  const writer: Draft['by'] = by
    ? { byKind: 'team', byRole: 'chatter', byPerson: people.get(by) as string }
    : { byKind: 'self', byRole: null, byPerson: authorId }
  const draft: Draft = { threadId, authorId, by: writer, text, mediaIds: [], replyTo: null }
  const [sent] = await host.transact({ ...nobody, at: at({ epoch }, when) }, (ctx) => sendMessages(ctx, host, [draft]))
  if (!sent || sent instanceof Error) throw sent ?? new Error('no line was written')
}
