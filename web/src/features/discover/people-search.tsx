import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useDeferredValue, useEffect, useRef, useState } from 'react'
import { read } from '../../lib/query.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Link } from '../../ui/link.tsx'
import { Name } from '../../ui/name.tsx'
import { AiMark } from '../people/index.ts'

/** Finds people while one types; Enter shows all of them on Explore. “/” jumps here. */
export function PeopleSearch() {
  const [text, setText] = useState('')
  const [open, setOpen] = useState(false)
  const input = useSlashKey()
  const navigate = useNavigate()
  const q = useDeferredValue(text.trim())
  const found = useQuery({ ...read('GET /api/profiles', { q, limit: 6 }), enabled: q.length > 0 })
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    setOpen(false)
    void navigate({ to: '/explore', search: q ? { q } : {} })
  }
  return (
    <search
      className="discover-find"
      onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && setOpen(false)}
      onKeyDown={(event) => event.key === 'Escape' && setOpen(false)}
    >
      <form className="search" onSubmit={onSubmit}>
        <Icon name="search" size="sm" />
        <input
          ref={input}
          type="search"
          placeholder="Search people"
          aria-label="Search people"
          value={text}
          maxLength={60}
          onFocus={() => setOpen(true)}
          onChange={(event) => setText(event.target.value)}
        />
        <kbd>/</kbd>
      </form>
      {open && q && found.data && (
        <ul className="discover-found" aria-label="People found">
          {found.data.items.length === 0 && <li className="muted discover-found-none">Nobody by that name</li>}
          {found.data.items.map((person) => (
            <li key={person.id}>
              <Link to="/@{$handle}" params={{ handle: person.handle }} onClick={() => setOpen(false)}>
                <Avatar person={person} size={36} />
                <span>
                  <b>
                    <Name>{person.name}</Name> {person.ai && <AiMark />}
                  </b>
                  <small>@{person.handle}</small>
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </search>
  )
}

function useSlashKey() {
  const ref = useRef<HTMLInputElement>(null)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const typing = event.target instanceof HTMLElement && event.target.closest('input, textarea, select, dialog')
      if (event.key !== '/' || typing) return
      event.preventDefault()
      ref.current?.focus()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
  return ref
}
