import { limits } from '@corefans/shared/values/limits.ts'
import { useQueryClient } from '@tanstack/react-query'
import { type KeyboardEvent, type RefObject, useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import { useMe } from '../../lib/session.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { keepDraft, keptDraft } from './drafts.ts'
import { sendComment } from './outgoing.ts'

type Props = {
  postId: string
  parentId: string | null
  label: string
  /** Begins a reply: the handle of whom it answers. */
  begin?: string
  focused?: boolean
  field?: RefObject<HTMLTextAreaElement | null>
  onSent?: () => void
  onClose?: (() => void) | undefined
}

/** Writes a comment or a reply. What is typed is kept until it was sent. */
export function Composer({ postId, parentId, label, begin = '', focused = false, field, onSent, onClose }: Props) {
  const me = useMe()
  const queries = useQueryClient()
  const [text, setText] = useState(() => keptDraft(postId, parentId) || begin)
  const type = (next: string) => {
    setText(next)
    keepDraft(postId, parentId, next === begin ? '' : next)
  }
  const send = () => {
    if (whyNotSend(text)) return
    void sendComment(queries, { postId, parentId, text })
    setText('')
    keepDraft(postId, parentId, '')
    onSent?.()
  }
  if (!me) return null
  return (
    <form
      className="comment-composer"
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <Avatar person={me} size={36} />
      <Words text={text} onChange={type} onSend={send} label={label} focused={focused} field={field} onClose={onClose} />
    </form>
  )
}

/** Why a text cannot be sent yet, as a sentence; null when it can. */
const whyNotSend = (text: string): string | null => {
  if (text.trim() === '') return 'Write something'
  return text.length > limits.comment ? `${(text.length - limits.comment).toLocaleString('en')} characters too many` : null
}

type WordsProps = {
  label: string
  onClose: Props['onClose']
  text: string
  focused: boolean
  field: Props['field']
  onChange: (text: string) => void
  onSend: () => void
}

function Words({ text, onChange, onSend, label, focused, field, onClose }: WordsProps) {
  const id = useId()
  const own = useRef<HTMLTextAreaElement>(null)
  const area = field ?? own
  useGrowing(area, text)
  useEffect(() => {
    if (!focused || !area.current) return
    area.current.focus()
    area.current.setSelectionRange(area.current.value.length, area.current.value.length)
  }, [focused, area])
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) onSend()
    if (event.key === 'Escape' && onClose && text.trim() === '') onClose()
  }
  const whyNot = whyNotSend(text)
  return (
    <div className="comment-words">
      <textarea
        ref={area}
        className="input comment-input"
        aria-label={label}
        aria-describedby={`${id}-why`}
        placeholder={label}
        dir="auto"
        rows={1}
        value={text}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={onKey}
      />
      <div className="comment-send">
        <span id={`${id}-why`} className="comment-why num" role="status">
          {text.length > limits.comment ? whyNot : ''}
        </span>
        {onClose && (
          <button type="button" className="btn ghost slim" onClick={onClose}>
            Cancel
          </button>
        )}
        <button type="submit" className="btn pri slim" disabled={whyNot !== null} title={whyNot ?? 'Ctrl + Enter'}>
          Send
        </button>
      </div>
    </div>
  )
}

/** The field is as high as its text. */
export function useGrowing(field: RefObject<HTMLTextAreaElement | null>, text: string): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the height follows the text, which the field itself holds
  useLayoutEffect(() => {
    const area = field.current
    if (!area) return
    area.style.height = 'auto'
    area.style.height = `${area.scrollHeight + 2}px`
  }, [field, text])
}
