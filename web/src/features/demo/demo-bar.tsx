import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../lib/api.ts'
import { sentenceOf } from '../../lib/problem.ts'
import { read } from '../../lib/query.ts'
import { signOut, useMe } from '../../lib/session.ts'
import { kept } from '../../lib/storage.ts'
import { Icon } from '../../ui/icon.tsx'
import { Menu } from '../../ui/menu.tsx'
import { Name } from '../../ui/name.tsx'
import { toast } from '../../ui/toast.ts'

const size = kept('demo-bar')
const isSmall = () => size.read() === 'small'

/** In the demo world anyone can be anyone. Shrinks to a chip; covers nothing. */
export function DemoBar() {
  const [small, setSmall] = useState(isSmall)
  const shrink = (next: boolean) => {
    size.write(next ? 'small' : 'full')
    setSmall(next)
  }
  return (
    <aside className={small ? 'demo demo-small' : 'demo'} aria-label="Demo">
      {!small && <span className="demo-text">Demo: people and money are made up.</span>}
      <Switcher />
      <button
        type="button"
        className="demo-close"
        aria-label={small ? 'Show the demo bar' : 'Shrink the demo bar'}
        onClick={() => shrink(!small)}
      >
        <Icon name={small ? 'down' : 'close'} size="sm" />
      </button>
    </aside>
  )
}

function Switcher() {
  const me = useMe()
  const people = useQuery(read('GET /api/demo/people', {}))
  const become = useMutation({
    mutationFn: async (handle: string | null) => {
      await (handle ? api('POST /api/demo/sign-in', { handle }) : signOut())
    },
    onSuccess: () => window.location.reload(),
    onError: (error) => toast(sentenceOf(error)),
  })
  const cast = people.data?.items ?? []
  return (
    <Menu
      label={`Be: ${me ? me.name : 'Visitor'}. Choose someone else`}
      className="demo-button"
      button={
        <>
          Be: <b>{me ? me.name : 'Visitor'}</b>
          <Icon name="down" size="xs" />
        </>
      }
    >
      <button type="button" role="menuitemradio" aria-checked={!me} onClick={() => me && become.mutate(null)}>
        Visitor
      </button>
      {cast.map((person) => (
        <button
          key={person.handle}
          type="button"
          role="menuitemradio"
          aria-checked={me?.handle === person.handle}
          onClick={() => become.mutate(person.handle)}
        >
          <span>
            <Name>{person.name}</Name>
            <small>
              @{person.handle} · {person.role}
            </small>
          </span>
        </button>
      ))}
    </Menu>
  )
}
