import type { PersonCard } from '@corefans/shared/contracts/profiles.ts'
import { limits } from '@corefans/shared/values/limits.ts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '../../lib/api.ts'
import { sentenceOf } from '../../lib/problem.ts'
import { invalidate, read } from '../../lib/query.ts'
import { useMe } from '../../lib/session.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/field.tsx'
import { Name } from '../../ui/name.tsx'
import { FormError } from '../../ui/notice.tsx'

/** Chooses one person, or several for a group, and opens the conversation. */
export function NewThread({ onClose }: { onClose: () => void }) {
  const queries = useQueryClient()
  const navigate = useNavigate()
  const [chosen, choose] = useState<PersonCard[]>([])
  const [title, setTitle] = useState('')
  const open = useMutation({
    mutationFn: () =>
      api('POST /api/messages/threads', { handles: chosen.map(({ handle }) => handle), title: chosen.length > 1 ? title : '' }),
    onSuccess: async ({ id }) => {
      onClose()
      await invalidate(queries, 'GET /api/messages/threads')
      await navigate({ to: '/messages/$threadId', params: { threadId: id } })
    },
  })
  const toggle = (person: PersonCard) =>
    choose(chosen.some(({ id }) => id === person.id) ? chosen.filter(({ id }) => id !== person.id) : [...chosen, person])
  return (
    <Dialog
      title="New message"
      onClose={onClose}
      footer={
        <button type="button" className="btn pri" disabled={chosen.length === 0 || open.isPending} onClick={() => open.mutate()}>
          {chosen.length > 1 ? 'Begin group' : 'Open'}
        </button>
      }
    >
      {chosen.length > 1 && (
        <TextField
          label="Name of the group"
          value={title}
          maxLength={limits.threadTitle}
          onChange={(event) => setTitle(event.target.value)}
        />
      )}
      <People chosen={chosen} onToggle={toggle} />
      <FormError>{open.error ? sentenceOf(open.error) : ''}</FormError>
    </Dialog>
  )
}

function People({ chosen, onToggle }: { chosen: readonly PersonCard[]; onToggle: (person: PersonCard) => void }) {
  const me = useMe()
  const [q, setQ] = useState('')
  const found = useQuery(read('GET /api/profiles', { ...(q ? { q } : {}), limit: 12 }))
  const ids = new Set(chosen.map(({ id }) => id))
  const others = (found.data?.items ?? []).filter(({ id }) => id !== me?.id && !ids.has(id))
  return (
    <>
      <TextField label="To" placeholder="Name or handle" value={q} data-autofocus onChange={(event) => setQ(event.target.value)} />
      <ul className="message-choice">
        {[...chosen, ...others].map((person) => (
          <li key={person.id}>
            <label>
              <Avatar person={person} size={36} />
              <span className="cut">
                <Name>{person.name}</Name> <small>@{person.handle}</small>
              </span>
              <input type="checkbox" checked={ids.has(person.id)} onChange={() => onToggle(person)} />
            </label>
          </li>
        ))}
      </ul>
    </>
  )
}
