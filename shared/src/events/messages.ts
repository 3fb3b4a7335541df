import type { Wire } from './audience.ts'

/** How many unread lines an account's inbox has after a change. */
type Inbox = { accountId: string; unread: number }
type InThread = { threadId: string }
/** Lines that were added to one thread in one transaction, in their order. */
export type MessagesSent = { type: 'messages.sent'; added: { id: string; seq: number; authorId: string }[]; members: Inbox[] } & InThread
/** A line was edited, deleted or reacted to; a deletion may take an unread line away. */
export type MessageChanged = { type: 'message.changed'; messageId: string; members: Inbox[] } & InThread
/** Somebody has read up to a line. `isShown`: the others may see it. */
export type ThreadRead = { type: 'thread.read'; accountId: string; upTo: number; unread: number; isShown: boolean } & InThread
/** Members, folder or title of a thread changed. */
export type ThreadsChanged = { type: 'threads.changed'; members: Inbox[] } & InThread

const accounts = ({ members }: { members: readonly Inbox[] }) => members.map(({ accountId }) => `account:${accountId}`)
const unreadOf = ({ members }: { members: readonly Inbox[] }, topic: string): number =>
  members.find(({ accountId }) => topic === `account:${accountId}`)?.unread ?? 0
const thread = ({ threadId }: InThread) => [`thread:${threadId}`]

/** No words travel: pages ask for what they show. Each account hears its own badge and nobody else's. */
export const messagesWire = {
  'messages.sent': [
    { topics: thread, view: ({ type, threadId, added }) => ({ type, threadId, upTo: added.at(-1)?.seq ?? 0, unread: null }) },
    {
      topics: accounts,
      view: (event, topic) => ({
        type: event.type,
        threadId: event.threadId,
        upTo: event.added.at(-1)?.seq ?? 0,
        unread: unreadOf(event, topic),
      }),
    },
  ],
  'message.changed': [
    { topics: thread, view: ({ type, threadId, messageId }) => ({ type, threadId, messageId, unread: null }) },
    {
      topics: accounts,
      view: (event, topic) => ({
        type: event.type,
        threadId: event.threadId,
        messageId: event.messageId,
        unread: unreadOf(event, topic),
      }),
    },
  ],
  'thread.read': [
    {
      topics: ({ accountId }) => [`account:${accountId}`],
      view: ({ type, threadId, accountId, upTo, unread }) => ({ type, threadId, accountId, upTo, unread: unread as number | null }),
    },
    {
      topics: (event) => (event.isShown ? thread(event) : []),
      view: ({ type, threadId, accountId, upTo }) => ({ type, threadId, accountId, upTo, unread: null }),
    },
  ],
  'threads.changed': [
    { topics: thread, view: ({ type, threadId }) => ({ type, threadId, unread: null }) },
    { topics: accounts, view: (event, topic) => ({ type: event.type, threadId: event.threadId, unread: unreadOf(event, topic) }) },
  ],
} satisfies Wire<MessagesSent | MessageChanged | ThreadRead | ThreadsChanged>
