import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { type FormEvent, useRef } from 'react'
import { readPages } from '../../lib/query.ts'
import { Blank } from '../../ui/empty-state.tsx'
import { PageHeader } from '../../ui/header.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Pages } from '../../ui/pages.tsx'
import { PersonRow } from '../people/index.ts'
import { feedPages, PostList } from '../posts/index.ts'
import { Shelf } from './shelf.tsx'

/** Everything that is open to all: people first, then posts. With `q` it is the search. */
export function ExplorePage() {
  const { q } = useSearch({ from: '/explore' })
  return (
    <>
      <PageHeader title="Explore" />
      <Search now={q ?? ''} />
      {q ? (
        <Found q={q} />
      ) : (
        <>
          <Shelf only="all" title="Most fans" />
          <Shelf only="ai" title="Virtual creators" />
          <h2 className="feed-shelf-title">Fresh posts</h2>
          <PostList query={feedPages('explore')} empty={<Blank title="Nothing here yet" />} />
        </>
      )}
    </>
  )
}

function Search({ now }: { now: string }) {
  const navigate = useNavigate()
  const input = useRef<HTMLInputElement>(null)
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    const q = input.current?.value.trim()
    void navigate({ to: '/explore', search: q ? { q } : {} })
  }
  return (
    <search className="feed-search">
      <form className="search" onSubmit={onSubmit}>
        <Icon name="search" size="sm" />
        <input
          ref={input}
          key={now}
          type="search"
          defaultValue={now}
          maxLength={60}
          placeholder="Search people by name or handle"
          aria-label="Search people by name or handle"
        />
      </form>
    </search>
  )
}

const Found = ({ q }: { q: string }) => (
  <Pages
    list={useInfiniteQuery(readPages('GET /api/profiles', { q }))}
    keyOf={({ id }) => id}
    rows={2}
    empty={
      <Blank title={`Nobody called “${q}”`}>
        <p className="muted">Try fewer letters, or the handle.</p>
      </Blank>
    }
  >
    {(all) => (
      <ul className="pad" aria-label={`People for ${q}`}>
        {all.map((person) => (
          <PersonRow key={person.id} person={person} />
        ))}
      </ul>
    )}
  </Pages>
)
