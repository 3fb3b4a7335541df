import { useInfiniteQuery } from '@tanstack/react-query'
import { useMe } from '../../lib/session.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { Blank } from '../../ui/empty-state.tsx'
import { Link } from '../../ui/link.tsx'
import { Name } from '../../ui/name.tsx'
import { Pages } from '../../ui/pages.tsx'
import { Time } from '../../ui/time.tsx'
import { LiveAvatar } from '../presence/index.ts'
import { keptDraft } from './drafts.ts'
import { excerptOf, nameOf } from './label.tsx'
import { type Folder, type Thread, threadPages } from './messages.ts'

export function ThreadList({ folder, now }: { folder: Folder; now: string | undefined }) {
  const list = useInfiniteQuery(threadPages(folder))
  return (
    <div className="message-threads">
      <Pages list={list} keyOf={({ id }) => id} empty={<Empty folder={folder} />} rows={4} more="scroll">
        {(threads) => (
          <ul>
            {threads.map((thread) => (
              <li key={thread.id}>
                <Row thread={thread} folder={folder} isNow={thread.id === now} />
              </li>
            ))}
          </ul>
        )}
      </Pages>
    </div>
  )
}

function Row({ thread, folder, isNow }: { thread: Thread; folder: Folder; isNow: boolean }) {
  const { unread, last } = thread
  return (
    <Link
      to="/messages/$threadId"
      params={{ threadId: thread.id }}
      search={(folder === 'requests' ? { folder } : {}) as never}
      className="message-thread"
      data-unread={unread > 0}
      now={isNow}
    >
      <Faces thread={thread} />
      <span className="message-thread-text">
        <span className="message-thread-top">
          <b className="cut">
            <Name>{nameOf(thread)}</Name>
          </b>
          {last && (
            <small className="num">
              <Time iso={last.createdAt} />
            </small>
          )}
        </span>
        <span className="message-thread-top">
          <Excerpt thread={thread} />
          {unread > 0 && (
            <span className="badge num" role="img" aria-label={`${unread} unread`}>
              {unread > 99 ? '99+' : unread}
            </span>
          )}
        </span>
      </span>
    </Link>
  )
}

export function Faces({ thread, size = 44 }: { thread: Pick<Thread, 'kind' | 'others'>; size?: 36 | 44 }) {
  const [first, second] = thread.others
  if (!first) return <span className="message-faces" />
  if (thread.kind === 'direct' || !second) return <LiveAvatar person={first} size={size} />
  return (
    <span className="message-faces" data-size={size}>
      <Avatar person={first} size={36} />
      <Avatar person={second} size={36} />
    </span>
  )
}

function Excerpt({ thread: { id, kind, last } }: { thread: Thread }) {
  const me = useMe()
  const draft = keptDraft(id)
  if (draft)
    return (
      <span className="cut message-excerpt">
        <em>Draft:</em> {draft}
      </span>
    )
  if (!last) return <span className="cut message-excerpt">No messages yet</span>
  const who = last.author.id === me?.id ? 'You: ' : kind === 'group' ? `${last.author.name}: ` : ''
  return (
    <span className="cut message-excerpt" dir="auto">
      {who}
      {excerptOf(last)}
    </span>
  )
}

const Empty = ({ folder }: { folder: Folder }) => (
  <Blank title={folder === 'inbox' ? 'No messages yet' : 'No requests'}>
    <p className="muted">
      {folder === 'inbox' ? 'Write to somebody from their profile.' : 'When somebody whom you do not know writes, it waits here.'}
    </p>
  </Blank>
)
