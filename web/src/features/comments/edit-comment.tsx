import type { CommentView } from '@corefans/shared/contracts/comments.ts'
import { limits } from '@corefans/shared/values/limits.ts'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { api } from '../../lib/api.ts'
import { sentenceOf } from '../../lib/problem.ts'
import { FormError } from '../../ui/notice.tsx'
import { learnComment } from './comments.ts'
import { useGrowing } from './composer.tsx'

/** Changes a comment where it stands; what the server refuses leaves the words in the field. */
export function EditComment({ comment, text, onClose }: { comment: CommentView; text: string; onClose: () => void }) {
  const [words, setWords] = useState(text)
  const area = useRef<HTMLTextAreaElement>(null)
  useGrowing(area, words)
  useEffect(() => area.current?.focus(), [])
  const save = useMutation({
    mutationFn: () => api('PATCH /api/comments/:commentId', { commentId: comment.id, text: words }),
    onSuccess: (changed) => {
      learnComment(changed)
      onClose()
    },
  })
  const mayNot = save.isPending || words.trim() === '' || words.length > limits.comment
  return (
    <form
      className="comment-edit"
      onSubmit={(event) => {
        event.preventDefault()
        if (!mayNot) save.mutate()
      }}
    >
      <textarea
        ref={area}
        className="input comment-input"
        aria-label="Text of your comment"
        dir="auto"
        value={words}
        onChange={(event) => setWords(event.target.value)}
        onKeyDown={(event) => event.key === 'Escape' && onClose()}
      />
      <FormError>{save.error ? sentenceOf(save.error) : ''}</FormError>
      <div className="comment-send">
        <button type="button" className="btn ghost slim" onClick={onClose}>
          Cancel
        </button>
        <button type="submit" className="btn pri slim" disabled={mayNot}>
          Save
        </button>
      </div>
    </form>
  )
}
