import { limits } from '@corefans/shared/values/limits.ts'
import { useQueryClient } from '@tanstack/react-query'
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useStore } from '../../lib/store.ts'
import { Icon } from '../../ui/icon.tsx'
import { Name } from '../../ui/name.tsx'
import { keepDraft, keptDraft } from './drafts.ts'
import { excerptOf } from './label.tsx'
import type { Line, Thread } from './messages.ts'
import { outgoing, sendLine } from './outgoing.ts'
import { PictureButton, Pictures } from './pictures.tsx'
import { tell } from './typing.ts'
import { usePictures } from './use-pictures.ts'

type Props = { thread: Thread; name: string; answering: Line | null; onAnswered: () => void }

/** Where a line is written. Enter sends, Shift + Enter is a new line; what is typed is kept until it was sent. */
export function LineComposer({ thread, name, answering, onAnswered }: Props) {
  const queries = useQueryClient()
  const [text, setText] = useDraft(thread.id)
  const pictures = usePictures()
  const field = useRef<HTMLTextAreaElement>(null)
  useGrowing(field, text)
  useEffect(() => {
    if (answering) field.current?.focus()
  }, [answering])
  if (!thread.mayWrite) return <p className="message-closed">You cannot write to {name}.</p>
  const mayCall = (text.trim() !== '' || pictures.ready.length > 0) && text.length <= limits.message && !pictures.isBusy
  const send = () => {
    if (!mayCall) return
    const replyTo = answering && { id: answering.id, name: answering.author.name, excerpt: excerptOf(answering) }
    sendLine(queries, { threadId: thread.id, text, media: pictures.ready, replyTo })
    setText('')
    pictures.clear()
    onAnswered()
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && answering) onAnswered()
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    send()
  }
  return (
    <form
      className="message-composer"
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      {answering && <Answering line={answering} onClose={onAnswered} />}
      <Pictures pictures={pictures} />
      <div className="message-write">
        <PictureButton onFiles={pictures.add} />
        <textarea
          ref={field}
          className="input"
          rows={1}
          aria-label={`Message ${name}`}
          placeholder="Message"
          value={text}
          onKeyDown={onKey}
          onChange={(event) => {
            setText(event.target.value)
            tell(thread.id)
          }}
        />
        <button type="submit" className="btn pri sq" aria-label="Send" disabled={!mayCall}>
          <Icon name="send" />
        </button>
      </div>
      <TooLong text={text} />
    </form>
  )
}

const TooLong = ({ text }: { text: string }) =>
  text.length > limits.message ? (
    <p className="message-why" role="status">
      {text.length - limits.message} characters too many
    </p>
  ) : null

const Answering = ({ line, onClose }: { line: Line; onClose: () => void }) => (
  <p className="message-answering">
    <span className="cut">
      <b>
        <Name>{line.author.name}</Name>
      </b>{' '}
      {excerptOf(line)}
    </span>
    <button type="button" className="icb" aria-label="Do not reply" onClick={onClose}>
      <Icon name="close" size="sm" />
    </button>
  </p>
)

/** The draft of a conversation; what was taken back from the way out comes in again. */
function useDraft(threadId: string): [string, (text: string) => void] {
  const [text, setText] = useState(() => keptDraft(threadId))
  const waiting = useStore(outgoing).filter((one) => one.threadId === threadId).length
  const before = useRef(waiting)
  useEffect(() => {
    const isFewer = waiting < before.current
    before.current = waiting
    const kept = keptDraft(threadId)
    if (isFewer && kept !== '') setText(kept)
  }, [threadId, waiting])
  const type = (next: string) => {
    setText(next)
    keepDraft(threadId, next)
  }
  return [text, type]
}

const mostPx = 160
function useGrowing(field: React.RefObject<HTMLTextAreaElement | null>, text: string): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the height follows the text, which the field itself holds
  useLayoutEffect(() => {
    const area = field.current
    if (!area) return
    area.style.height = 'auto'
    area.style.height = `${Math.min(area.scrollHeight + 2, mostPx)}px`
  }, [field, text])
}
