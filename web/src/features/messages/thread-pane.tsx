import { type UseInfiniteQueryResult, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTopic } from '../../lib/topics.ts'
import { Failure } from '../../ui/empty-state.tsx'
import { useTitle } from '../../ui/header.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Link } from '../../ui/link.tsx'
import { Name } from '../../ui/name.tsx'
import { Loading } from '../../ui/skeletons.tsx'
import { usePresence } from '../presence/index.ts'
import { TipButton } from '../tips/index.ts'
import { nameOf } from './label.tsx'
import { LineComposer } from './line-composer.tsx'
import { Lines } from './lines.tsx'
import { type Line, type Lines as LinesData, linePages, linesOf, type Thread, threadQuery } from './messages.ts'
import { RequestBar } from './request-bar.tsx'
import { Faces } from './thread-list.tsx'
import { ThreadMenu } from './thread-menu.tsx'
import { useRead } from './use-read.ts'

/** One conversation. */
export function ThreadPane({ threadId }: { threadId: string }) {
  useTopic(`thread:${threadId}`)
  const thread = useQuery(threadQuery(threadId))
  const lines = useInfiniteQuery(linePages(threadId))
  const error = thread.error ?? lines.error
  if (thread.data && lines.data) return <Open thread={thread.data} lines={lines} />
  return (
    <section className="message-pane" aria-label="Conversation">
      {error ? <Failure error={error} onRetry={() => void Promise.all([thread.refetch(), lines.refetch()])} /> : <Loading rows={4} />}
    </section>
  )
}

function Open({ thread, lines }: { thread: Thread; lines: UseInfiniteQueryResult<LinesData> }) {
  const [answering, answer] = useState<Line | null>(null)
  const all = linesOf(lines.data)
  const name = nameOf(thread)
  useTitle(name)
  const firstUnread = useRead(thread, all)
  return (
    <section className="message-pane" aria-label={`Conversation with ${name}`}>
      <Head thread={thread} name={name} />
      <Lines thread={thread} lines={all} older={lines} firstUnread={firstUnread} onAnswer={answer} />
      {thread.folder === 'requests' ? (
        <RequestBar thread={thread} />
      ) : (
        <LineComposer thread={thread} name={name} answering={answering} onAnswered={() => answer(null)} />
      )}
    </section>
  )
}

function Head({ thread, name }: { thread: Thread; name: string }) {
  const navigate = useNavigate()
  const [other] = thread.others
  const isDirect = thread.kind === 'direct' && other
  const title = (
    <>
      <Faces thread={thread} size={36} />
      <span className="message-head-text">
        <h1 className="cut">
          <Name>{name}</Name>
        </h1>
        <small>{isDirect ? <Here handle={other.handle} /> : `${thread.others.length + 1} people`}</small>
      </span>
    </>
  )
  return (
    <header className="message-head">
      <button type="button" className="icb message-back" aria-label="All conversations" onClick={() => void navigate({ to: '/messages' })}>
        <Icon name="back" />
      </button>
      {isDirect ? (
        <Link to="/@{$handle}" params={{ handle: other.handle }} className="message-head-who">
          {title}
        </Link>
      ) : (
        <div className="message-head-who">{title}</div>
      )}
      {isDirect && <TipButton handle={other.handle} name={other.name} />}
      <ThreadMenu thread={thread} />
    </header>
  )
}

function Here({ handle }: { handle: string }) {
  const { state } = usePresence(handle)
  return state === 'online' ? <span className="message-online">Online now</span> : <>@{handle}</>
}
