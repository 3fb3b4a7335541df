import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '../../lib/api.ts'
import { sentenceOf } from '../../lib/problem.ts'
import { invalidate } from '../../lib/query.ts'
import { toast } from '../../ui/toast.ts'
import { BlockDialog } from '../safety/index.ts'
import { nameOf } from './label.tsx'
import { type Thread, threadQuery } from './messages.ts'

/** Somebody whom one does not know: nothing is told to them until one decides. */
export function RequestBar({ thread }: { thread: Thread }) {
  const queries = useQueryClient()
  const navigate = useNavigate()
  const [isBlocking, ask] = useState(false)
  const [first] = thread.others
  const accept = useMutation({
    mutationFn: () => api('POST /api/messages/threads/:threadId/accept', { threadId: thread.id }),
    onSuccess: async (accepted) => {
      queries.setQueryData(threadQuery(thread.id).queryKey, accepted)
      await invalidate(queries, 'GET /api/messages/threads')
      await navigate({ to: '/messages/$threadId', params: { threadId: thread.id }, search: {} as never, replace: true })
    },
    onError: (error) => toast(sentenceOf(error)),
  })
  return (
    <div className="message-request">
      <p>You do not know {nameOf(thread)} yet. They do not see whether you have read this.</p>
      <div>
        {thread.kind === 'direct' && first && (
          <button type="button" className="btn ghost" onClick={() => ask(true)}>
            Block
          </button>
        )}
        <button type="button" className="btn pri" disabled={accept.isPending} onClick={() => accept.mutate()}>
          Accept
        </button>
      </div>
      {isBlocking && first && <BlockDialog person={first} onClose={() => ask(false)} />}
    </div>
  )
}
