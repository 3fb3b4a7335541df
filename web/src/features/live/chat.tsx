import type { ChatLine } from '@corefans/shared/contracts/live.ts'
import { limits } from '@corefans/shared/values/limits.ts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { api } from '../../lib/api.ts'
import { sentenceOf } from '../../lib/problem.ts'
import { invalidate, read } from '../../lib/query.ts'
import { useMe } from '../../lib/session.ts'
import { useTopic } from '../../lib/topics.ts'
import { Failure } from '../../ui/empty-state.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Link } from '../../ui/link.tsx'
import { Name } from '../../ui/name.tsx'
import { toast } from '../../ui/toast.ts'

const shown = 50

/** What is said on a stream, newest below; it follows unless the reader has scrolled up. */
export function Chat({ streamId, isOnAir }: { streamId: string; isOnAir: boolean }) {
  const me = useMe()
  const chat = useQuery(read('GET /api/streams/:streamId/chat', { streamId, limit: shown }))
  useTopic(`chat:${streamId}`)
  if (chat.error) return <Failure error={chat.error} onRetry={() => chat.refetch()} />
  return (
    <section className="live-chat" aria-label="Chat">
      <h2>Chat</h2>
      <Lines streamId={streamId} lines={(chat.data?.items ?? []).toReversed()} />
      {!isOnAir && <p className="muted">The chat is closed.</p>}
      {isOnAir && me && <Say streamId={streamId} />}
      {isOnAir && !me && (
        <p className="muted">
          <Link to="/login" search={{ next: window.location.pathname }} className="link">
            Log in
          </Link>{' '}
          to say something.
        </p>
      )}
    </section>
  )
}

function Lines({ streamId, lines }: { streamId: string; lines: ChatLine[] }) {
  const list = useRef<HTMLUListElement>(null)
  const isAtEnd = useRef(true)
  const newest = lines.at(-1)?.id
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new line is what moves it.
  useEffect(() => {
    if (isAtEnd.current) list.current?.scrollTo({ top: list.current.scrollHeight })
  }, [newest])
  return (
    <ul
      ref={list}
      className="live-chat-lines"
      aria-live="polite"
      onScroll={({ currentTarget: at }) => {
        isAtEnd.current = at.scrollHeight - at.scrollTop - at.clientHeight < 40
      }}
    >
      {lines.length === 0 && <li className="muted">Nothing was said yet.</li>}
      {lines.map((line) => (
        <Line key={line.id} streamId={streamId} line={line} />
      ))}
    </ul>
  )
}

function Line({ streamId, line }: { streamId: string; line: ChatLine }) {
  const queries = useQueryClient()
  const remove = useMutation({
    mutationFn: () => api('DELETE /api/streams/:streamId/chat/:lineId', { streamId, lineId: line.id }),
    onSuccess: () => invalidate(queries, 'GET /api/streams/:streamId/chat'),
    onError: (error) => toast(sentenceOf(error)),
  })
  return (
    <li className="live-chat-line" data-creator={line.byCreator || undefined}>
      <span>
        <b>
          <Name>{line.author.name}</Name>
        </b>{' '}
        {line.text}
      </span>
      {line.viewer.mayDelete && (
        <button type="button" className="icb" aria-label={`Delete the line of ${line.author.name}`} onClick={() => remove.mutate()}>
          <Icon name="close" size="xs" />
        </button>
      )}
    </li>
  )
}

function Say({ streamId }: { streamId: string }) {
  const [text, setText] = useState('')
  const queries = useQueryClient()
  const say = useMutation({
    mutationFn: (words: string) => api('POST /api/streams/:streamId/chat', { streamId, text: words }),
    onSuccess: () => {
      setText('')
      return invalidate(queries, 'GET /api/streams/:streamId/chat')
    },
    // What was typed stays.
    onError: (error) => toast(sentenceOf(error)),
  })
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (text.trim() && !say.isPending) say.mutate(text)
  }
  return (
    <form className="live-chat-say" onSubmit={onSubmit}>
      <input
        className="input"
        aria-label="Say something"
        placeholder="Say something"
        maxLength={limits.chatLine}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <button type="submit" className="btn pri" disabled={say.isPending || !text.trim()}>
        Send
      </button>
    </form>
  )
}
