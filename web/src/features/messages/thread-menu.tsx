import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '../../lib/api.ts'
import { sentenceOf } from '../../lib/problem.ts'
import { invalidate } from '../../lib/query.ts'
import { Icon } from '../../ui/icon.tsx'
import { Menu } from '../../ui/menu.tsx'
import { toast } from '../../ui/toast.ts'
import { BlockDialog, ShunItems } from '../safety/index.ts'
import { exportLines } from './export-lines.ts'
import type { Thread } from './messages.ts'

export function ThreadMenu({ thread }: { thread: Thread }) {
  const queries = useQueryClient()
  const navigate = useNavigate()
  const [isBlocking, ask] = useState(false)
  const other = thread.kind === 'direct' ? thread.others[0] : undefined
  const leave = async () => {
    try {
      await api('POST /api/messages/threads/:threadId/leave', { threadId: thread.id })
      await navigate({ to: '/messages' })
      await invalidate(queries, 'GET /api/messages/threads')
    } catch (error) {
      toast(sentenceOf(error))
    }
  }
  return (
    <>
      <Menu label="More about this conversation" button={<Icon name="dots" />}>
        <button type="button" role="menuitem" onClick={() => void exportLines(thread.id)}>
          <Icon name="down" />
          Export with signatures
        </button>
        {thread.kind === 'group' && (
          <button type="button" role="menuitem" className="danger" onClick={() => void leave()}>
            <Icon name="out" />
            Leave group
          </button>
        )}
        {other && <ShunItems person={other} onBlock={() => ask(true)} />}
      </Menu>
      {isBlocking && other && <BlockDialog person={other} onClose={() => ask(false)} />}
    </>
  )
}
