import { limits } from '@corefans/shared/values/limits.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '../../lib/api.ts'
import { sentenceOf } from '../../lib/problem.ts'
import { invalidate } from '../../lib/query.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { FormError } from '../../ui/notice.tsx'
import { toast } from '../../ui/toast.ts'

/** A first line, and the way to the conversation. Sent again after a lost answer it is one line. */
export function MessageDialog({ person: { handle, name }, onClose }: { person: { handle: string; name: string }; onClose: () => void }) {
  const queries = useQueryClient()
  const navigate = useNavigate()
  const [text, setText] = useState('')
  const [idempotencyKey] = useState(() => crypto.randomUUID())
  const open = () => api('POST /api/messages/threads', { handles: [handle] })
  const go = (threadId: string) => void navigate({ to: '/messages/$threadId', params: { threadId } })
  const send = useMutation({
    mutationFn: async () => {
      const { id: threadId } = await open()
      await api('POST /api/messages/threads/:threadId/messages', { threadId, text }, { idempotencyKey })
      return threadId
    },
    onSuccess: (threadId) => {
      onClose()
      toast(`Sent to ${name}`, { label: 'Open', run: () => go(threadId) })
      void invalidate(queries, 'GET /api/messages/threads')
    },
  })
  const look = useMutation({ mutationFn: open, onSuccess: ({ id }) => go(id) })
  const error = send.error ?? look.error
  return (
    <Dialog
      title={`Message ${name}`}
      onClose={onClose}
      footer={
        <>
          <button type="button" className="btn ghost" disabled={look.isPending} onClick={() => look.mutate()}>
            Open conversation
          </button>
          <button type="button" className="btn pri" disabled={send.isPending || text.trim() === ''} onClick={() => send.mutate()}>
            {send.isPending ? 'Sending …' : 'Send'}
          </button>
        </>
      }
    >
      <textarea
        className="input"
        aria-label={`Message ${name}`}
        rows={4}
        maxLength={limits.message}
        value={text}
        data-autofocus
        onChange={(event) => setText(event.target.value)}
      />
      <FormError>{error ? sentenceOf(error) : ''}</FormError>
    </Dialog>
  )
}
