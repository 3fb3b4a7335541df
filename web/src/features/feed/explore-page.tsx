import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { type FormEvent, useRef } from 'react'
import { readPages } from '../../lib/query.ts'
import { Blank, Failure } from '../../ui/empty-state.tsx'
import { PageHeader } from '../../ui/header.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Loading } from '../../ui/skeletons.tsx'
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

function Found({ q }: { q: string }) {
  const people = useInfiniteQuery(readPages('GET /api/profiles', { q }))
  if (people.error && !people.data) return <Failure error={people.error} onRetry={() => void people.refetch()} />
  if (!people.data) return <Loading rows={2} />
  const all = people.data.pages.flatMap((page) => page.items)
  if (all.length === 0)
    return (
      <Blank title={`Nobody called “${q}”`}>
        <p className="muted">Try fewer letters, or the handle.</p>
      </Blank>
    )
  return (
    <ul className="pad" aria-label={`People for ${q}`}>
      {all.map((person) => (
        <PersonRow key={person.id} person={person} />
      ))}
      {people.hasNextPage && (
        <li>
          <button type="button" className="btn sec wide" onClick={() => void people.fetchNextPage()}>
            Show more
          </button>
        </li>
      )}
    </ul>
  )
}
