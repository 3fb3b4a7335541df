import { useEffect, useLayoutEffect, useRef } from 'react'
import { useMe } from '../../lib/session.ts'
import { useStore } from '../../lib/store.ts'
import { excerptOf } from './label.tsx'
import { LineItem } from './line-item.tsx'
import type { Line, Thread } from './messages.ts'
import { outgoing } from './outgoing.ts'
import { OutgoingLine } from './outgoing-line.tsx'
import { Spinner } from './spinner.tsx'
import { useQuiet, useTyping } from './typing.ts'

type Older = { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown }
type Props = { thread: Thread; lines: readonly Line[]; older: Older; firstUnread: number | null; onAnswer: (line: Line) => void }

/** The lines, oldest first. It stays at the newest while one reads there, and keeps its place when older lines come. */
export function Lines({ thread, lines, older, firstUnread, onAnswer }: Props) {
  const me = useMe()
  const waiting = useStore(outgoing).filter(({ threadId }) => threadId === thread.id)
  const box = useAnchored(lines, waiting.length)
  const last = lines.at(-1)
  const typing = useTyping(thread.id, me?.handle ?? '')
  useQuiet(thread.id, last?.author.handle, last?.seq ?? 0)
  const seen = Math.max(0, ...thread.seen.map(({ upTo }) => upTo))
  const lastOwn = lines.findLast(({ viewer, deleted }) => viewer.isAuthor && !deleted)
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls is reached by keyboard */}
      <div ref={box} className="message-lines" role="log" aria-label="Messages" aria-live="off" tabIndex={0}>
        <Top older={older} />
        {lines.length === 0 && waiting.length === 0 && <p className="message-note">Say hello.</p>}
        {lines.map((line, i) => (
          <LineItem
            key={line.id}
            line={line}
            before={lines[i - 1]}
            isGroup={thread.kind === 'group'}
            isFirstUnread={line.seq === firstUnread}
            mark={line === lastOwn && waiting.length === 0 ? (seen >= line.seq ? 'Seen' : 'Sent') : null}
            onAnswer={() => onAnswer(line)}
          />
        ))}
        {waiting.map((one) => (
          <OutgoingLine key={one.key} one={one} />
        ))}
        {typing.length > 0 && <p className="message-typing">{typing.join(', ')} is typing …</p>}
      </div>
      <Announce line={last} />
    </>
  )
}

/** Says the newest line of others aloud, once. */
function Announce({ line }: { line: Line | undefined }) {
  const first = useRef(line?.seq ?? 0)
  const isNews = line && !line.viewer.isAuthor && line.seq > first.current
  return (
    <div className="vh" role="status">
      {isNews ? `${line.author.name}: ${excerptOf(line)}` : ''}
    </div>
  )
}

/** Asks for older lines a screen before the top is reached. */
function Top({ older }: { older: Older }) {
  const ref = useRef<HTMLDivElement>(null)
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = older
  useEffect(() => {
    if (!ref.current || !hasNextPage || isFetchingNextPage) return
    const watcher = new IntersectionObserver(([entry]) => entry?.isIntersecting && void fetchNextPage(), {
      root: ref.current.parentElement,
      rootMargin: '100% 0px 0px',
    })
    watcher.observe(ref.current)
    return () => watcher.disconnect()
  }, [hasNextPage, isFetchingNextPage, fetchNextPage])
  return (
    <div ref={ref} className="message-top">
      {isFetchingNextPage && <Spinner />}
    </div>
  )
}

const nearPx = 120
/** Keeps the box where its reader is: at the end, or at the line under their eyes. */
function useAnchored(lines: readonly Line[], waiting: number) {
  const box = useRef<HTMLDivElement>(null)
  const was = useRef({ height: 0, first: 0, atEnd: true })
  const first = lines[0]?.seq ?? 0
  // biome-ignore lint/correctness/useExhaustiveDependencies: after each change of what is shown
  useLayoutEffect(() => {
    const at = box.current
    if (!at) return
    const { height, first: before, atEnd } = was.current
    if (atEnd) at.scrollTop = at.scrollHeight
    else if (before > 0 && first < before) at.scrollTop += at.scrollHeight - height
    was.current = { ...was.current, height: at.scrollHeight, first }
  }, [lines, waiting, first])
  useEffect(() => {
    const at = box.current
    if (!at) return
    const noted = () => {
      was.current.atEnd = at.scrollHeight - at.scrollTop - at.clientHeight < nearPx
      was.current.height = at.scrollHeight
    }
    // Pictures and a higher composer change what is left of the box.
    const watcher = new ResizeObserver(() => {
      if (was.current.atEnd) at.scrollTop = at.scrollHeight
    })
    watcher.observe(at)
    at.addEventListener('scroll', noted, { passive: true })
    return () => {
      watcher.disconnect()
      at.removeEventListener('scroll', noted)
    }
  }, [])
  return box
}
