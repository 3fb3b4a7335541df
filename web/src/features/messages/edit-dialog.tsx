import { limits } from '@corefans/shared/values/limits.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../lib/api.ts'
import { sentenceOf } from '../../lib/problem.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { FormError } from '../../ui/notice.tsx'
import { type Line, putLines } from './messages.ts'

export function EditDialog({ line, onClose }: { line: Line; onClose: () => void }) {
  const queries = useQueryClient()
  const [text, setText] = useState(line.text)
  const save = useMutation({
    mutationFn: () => api('PATCH /api/messages/:messageId', { messageId: line.id, text }),
    onSuccess: (changed) => {
      putLines(queries, line.threadId, [changed])
      onClose()
    },
  })
  return (
    <Dialog
      title="Edit message"
      onClose={onClose}
      footer={
        <button type="button" className="btn pri" disabled={save.isPending || text.trim() === ''} onClick={() => save.mutate()}>
          Save
        </button>
      }
    >
      <textarea
        className="input"
        aria-label="Message"
        rows={4}
        maxLength={limits.message}
        value={text}
        data-autofocus
        onChange={(event) => setText(event.target.value)}
      />
      <FormError>{save.error ? sentenceOf(save.error) : ''}</FormError>
    </Dialog>
  )
}
