import { z } from 'zod'
import { contract } from '../contract.ts'
import { Emoji } from '../values/emoji.ts'
import { Handle } from '../values/handle.ts'
import { Id } from '../values/ids.ts'
import { limits } from '../values/limits.ts'
import { page, pageInput } from '../values/page.ts'
import { line, prose } from '../values/text.ts'
import { Badges } from './notifications.ts'
import { AttachmentView } from './posts.ts'
import { Person } from './profiles.ts'
import { TeamRole } from './teams.ts'

/** Who wrote a line, signed by the server (Ed25519, base64url) over `signedWords`. A caller cannot set it. */
export const Provenance = z.object({
  kind: z.enum(['self', 'team', 'ai', 'ai-approved']),
  role: TeamRole.optional(),
  /** What the team calls itself today; not part of what is signed. */
  team: z.string().optional(),
  signature: z.string(),
})
export type Provenance = z.infer<typeof Provenance>

/** A line that was deleted is a stub: no text, no media, no reactions. */
export const MessageView = z.object({
  id: Id,
  threadId: Id,
  /** Its place in the thread: 1 is the first line. */
  seq: z.number().int(),
  author: Person,
  by: Provenance,
  text: z.string(),
  media: z.array(AttachmentView),
  replyTo: z.object({ id: Id, author: Person, excerpt: z.string() }).nullable(),
  reactions: z.array(z.object({ emoji: z.string(), count: z.number().int(), mine: z.boolean() })),
  createdAt: z.iso.datetime(),
  editedAt: z.iso.datetime().nullable(),
  deleted: z.boolean(),
  locked: z.boolean(),
  viewer: z.object({ isAuthor: z.boolean(), mayEdit: z.boolean() }),
})
export type MessageView = z.infer<typeof MessageView>

/** Why somebody may not write: they, or the other, said so, or they have left. One word for all, so that a block does not show. */
export const ThreadDetail = z.object({
  id: Id,
  kind: z.enum(['direct', 'group']),
  title: z.string(),
  /** Without the reader. */
  others: z.array(Person),
  folder: z.enum(['inbox', 'requests']),
  unread: z.number().int(),
  last: MessageView.nullable(),
  lastAt: z.iso.datetime(),
  mayWrite: z.boolean(),
  /** Up to which line the others have read, where they and the reader show it. */
  seen: z.array(z.object({ accountId: Id, upTo: z.number().int() })),
})
export type ThreadDetail = z.infer<typeof ThreadDetail>

export const MessageSettings = z.object({
  /** Who may begin to write: everyone (strangers as requests), whom one follows and holders of one's pass, or nobody. */
  whoMayWrite: z.enum(['everyone', 'known', 'nobody']),
  showsRead: z.boolean(),
  showsTyping: z.boolean(),
})
export type MessageSettings = z.infer<typeof MessageSettings>

/** Signs that turn the direction of what follows: a line could seem to say what it does not. */
const turns = /[\u202a-\u202e\u2066-\u2069]/
const text = prose(limits.message).refine((words) => !turns.test(words), 'may not turn the direction of writing')
const inThread = z.strictObject({ threadId: Id })
const onMessage = z.strictObject({ messageId: Id })
const unknownThread = 'messages/unknown-thread'
const unknown = 'messages/unknown'

export const listThreads = contract('GET /api/messages/threads', {
  summary: 'Your conversations, the one with the newest line first',
  who: 'account',
  actFor: 'chat',
  input: z.strictObject({ folder: z.enum(['inbox', 'requests']).default('inbox'), ...pageInput }),
  output: page(ThreadDetail),
  problems: ['http/bad-cursor'],
})
export const openThread = contract('POST /api/messages/threads', {
  summary: 'The conversation with somebody, or a new group of up to twenty',
  who: 'account',
  actFor: 'chat',
  input: z.strictObject({
    handles: z
      .array(Handle)
      .min(1)
      .max(limits.threadMembers - 1),
    title: line(limits.threadTitle).default(''),
  }),
  output: ThreadDetail,
  status: 201,
  problems: ['profiles/unknown', 'messages/not-allowed', 'messages/yourself'],
  rate: { points: 30, per: 'account' },
})
export const readThread = contract('GET /api/messages/threads/:threadId', {
  summary: 'One conversation',
  who: 'account',
  actFor: 'chat',
  input: inThread,
  output: ThreadDetail,
  problems: [unknownThread],
})
export const listMessages = contract('GET /api/messages/threads/:threadId/messages', {
  summary: 'Lines, newest first; with `after` only those after that place',
  who: 'account',
  actFor: 'chat',
  input: z.strictObject({ threadId: Id, after: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER).optional(), ...pageInput }),
  output: page(MessageView),
  problems: [unknownThread, 'http/bad-cursor'],
})
export const sendMessage = contract('POST /api/messages/threads/:threadId/messages', {
  summary: 'Write a line. With an Idempotency-Key it is one line however often it is sent',
  who: 'account',
  actFor: 'chat',
  input: z.strictObject({
    threadId: Id,
    text: text.default(''),
    mediaIds: z.array(Id).max(limits.postMedia).default([]),
    replyTo: Id.nullable().default(null),
  }),
  output: MessageView,
  status: 201,
  problems: [unknownThread, 'messages/empty', 'messages/not-allowed', 'messages/unknown-reply', 'messages/too-many-links', 'media/unknown'],
  rate: { points: 120, per: 'account' },
})
export const markRead = contract('PUT /api/messages/threads/:threadId/read', {
  summary: 'Everything up to this line (its id or its place) is read, on every device',
  who: 'account',
  actFor: 'chat',
  input: z.strictObject({ threadId: Id, upTo: z.union([Id, z.number().int().min(0).max(Number.MAX_SAFE_INTEGER)]) }),
  output: Badges,
  problems: [unknownThread, 'messages/unknown', 'messages/read-backwards'],
  rate: { points: 600, per: 'account' },
})
export const acceptThread = contract('POST /api/messages/threads/:threadId/accept', {
  summary: 'Take a request into the inbox',
  who: 'account',
  actFor: 'chat',
  input: inThread,
  output: ThreadDetail,
  problems: [unknownThread],
})
export const leaveThread = contract('POST /api/messages/threads/:threadId/leave', {
  summary: 'Leave a group',
  who: 'account',
  actFor: 'chat',
  input: inThread,
  output: z.null(),
  status: 204,
  problems: [unknownThread, 'messages/not-a-group'],
})
export const tellTyping = contract('POST /api/messages/threads/:threadId/typing', {
  summary: 'Tell the others that you are writing; kept nowhere',
  who: 'account',
  actFor: 'chat',
  input: inThread,
  output: z.null(),
  status: 204,
  problems: [unknownThread],
  rate: { points: 60, per: 'account' },
})
export const editMessage = contract('PATCH /api/messages/:messageId', {
  summary: 'Change your own words within an hour; it is marked as edited, and what it said is kept',
  who: 'account',
  actFor: 'chat',
  input: onMessage.extend({ text }),
  output: MessageView,
  problems: [unknown, 'messages/not-yours', 'messages/empty', 'messages/too-late', 'messages/too-many-links'],
})
export const deleteMessage = contract('DELETE /api/messages/:messageId', {
  summary: 'Delete your own line for everybody; that one stood here stays to be seen',
  who: 'account',
  actFor: 'chat',
  input: onMessage,
  output: z.null(),
  status: 204,
  problems: [unknown, 'messages/not-yours'],
})
export const react = contract('PUT /api/messages/:messageId/reactions/:emoji', {
  summary: 'React with one emoji; it replaces the one before',
  who: 'account',
  actFor: 'chat',
  input: onMessage.extend({ emoji: Emoji }),
  output: MessageView,
  problems: [unknown],
})
export const unreact = contract('DELETE /api/messages/:messageId/reactions/:emoji', {
  summary: 'Take a reaction back',
  who: 'account',
  actFor: 'chat',
  input: onMessage.extend({ emoji: Emoji }),
  output: MessageView,
  problems: [unknown],
})

export const readMessageSettings = contract('GET /api/me/messages/settings', {
  summary: 'Who may write to you, and what others see of your reading',
  who: 'account',
  input: z.strictObject({}),
  output: MessageSettings,
  problems: [],
})
export const changeMessageSettings = contract('PATCH /api/me/messages/settings', {
  summary: 'Change what is given',
  who: 'account',
  input: MessageSettings.partial().strict(),
  output: MessageSettings,
  problems: [],
})

const Key = z.object({ algorithm: z.literal('Ed25519'), publicKey: z.string() })
export const readMessageKey = contract('GET /api/messages/key', {
  summary: 'The public key (raw, base64url) that every line is signed with',
  who: 'public',
  input: z.strictObject({}),
  output: Key,
  problems: [],
})
/** What a signature is over, line by line; a deleted line keeps its label and loses its words, so it cannot be verified. */
export const ExportedLine = z.object({
  id: Id,
  threadId: Id,
  author: Id,
  by: Provenance,
  createdAt: z.iso.datetime(),
  editedAt: z.iso.datetime().nullable(),
  text: z.string(),
  media: z.array(Id),
  deleted: z.boolean(),
})
export type ExportedLine = z.infer<typeof ExportedLine>
export const exportThread = contract('GET /api/messages/threads/:threadId/export', {
  summary: 'Lines with all that their signatures are over, oldest first, and the key to verify them with',
  who: 'account',
  input: z.strictObject({ threadId: Id, cursor: pageInput.cursor }),
  output: page(ExportedLine).extend({ key: Key }),
  problems: [unknownThread, 'http/bad-cursor'],
})
