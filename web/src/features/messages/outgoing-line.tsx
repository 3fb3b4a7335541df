import { useQueryClient } from '@tanstack/react-query'
import { useStore } from '../../lib/store.ts'
import { type Outgoing, outgoing, sendAgain, takeBack } from './outgoing.ts'

/** A line on its way, or one that was refused: its reason, and what can be done. */
export function OutgoingLine({ one }: { one: Outgoing }) {
  const queries = useQueryClient()
  const { threadId, key, text, media, why } = one
  const isFirst = useStore(outgoing).find((other) => other.threadId === threadId)?.key === key
  return (
    <article className="message-line" data-mine data-failed={why !== null}>
      <div className="message-body">
        <div className="message-bubble" data-bare={text === ''}>
          {media.map(({ id, url, alt }) => (
            <span key={id} className="message-picture">
              <img src={url} alt={alt || 'Photo'} loading="lazy" decoding="async" />
            </span>
          ))}
          {text && (
            <p className="message-text" dir="auto">
              {text}
            </p>
          )}
        </div>
        {why === null ? (
          <p className="message-mark">{isFirst ? 'Sending …' : 'Waiting …'}</p>
        ) : (
          <div className="message-failed" role="alert">
            <span>Not sent: {why}</span>
            <button type="button" className="btn sec slim" onClick={() => sendAgain(queries, threadId)}>
              Try again
            </button>
            <button type="button" className="btn ghost slim" onClick={() => void takeBack(key)}>
              Take back
            </button>
          </div>
        )}
      </div>
    </article>
  )
}
