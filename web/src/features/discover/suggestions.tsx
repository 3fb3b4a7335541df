import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { countTo } from '../../ui/count-to.ts'
import { Icon } from '../../ui/icon.tsx'
import { Link } from '../../ui/link.tsx'
import { Menu } from '../../ui/menu.tsx'
import { PersonRow } from '../people/index.ts'
import { suggestionsQuery } from './queries.ts'

const pool = 12
const shown = 4

/** Creators to follow, each with the reason it is here. Refresh turns to the next ones. */
export function Suggestions() {
  const [turn, setTurn] = useState(0)
  const first = useQuery({ ...suggestionsQuery(), placeholderData: keepPreviousData })
  const more = useQuery({ ...suggestionsQuery(pool), enabled: turn > 0 })
  const all = (turn > 0 ? more.data : undefined)?.items ?? first.data?.items ?? []
  const from = all.length > shown ? (turn * shown) % all.length : 0
  const people = [...all.slice(from), ...all.slice(0, from)].slice(0, shown)
  if (first.data && people.length === 0) return null
  return (
    <section className="discover-card" aria-labelledby="suggestions-title">
      <div className="discover-card-head">
        <h2 id="suggestions-title">Creators for you</h2>
        <button type="button" className="icb" aria-label="Show others" onClick={() => setTurn(turn + 1)}>
          <Icon name="refresh" size="sm" />
        </button>
      </div>
      <ul className="discover-suggestions">
        {people.map((person) => (
          <PersonRow key={person.id} person={person} note={<Why name={person.name} why={person.why} />} />
        ))}
        {!first.data && countTo(shown).map((nth) => <li key={nth} className="skel-person skel" aria-hidden="true" />)}
      </ul>
      <Link to="/explore" className="link">
        See all
      </Link>
    </section>
  )
}

const Why = ({ name, why }: { name: string; why: string }) => (
  <Menu label={`Why ${name}?`} className="discover-why" button="?">
    <p className="discover-why-text">{why}</p>
    <button type="button" role="menuitem">
      OK
    </button>
  </Menu>
)
