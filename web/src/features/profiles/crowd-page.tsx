import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Blank, Failure } from '../../ui/empty-state.tsx'
import { PageHeader } from '../../ui/header.tsx'
import { Loading } from '../../ui/skeletons.tsx'
import { PersonRow } from '../people/index.ts'
import { type Crowd, crowdPages } from './crowd.ts'
import { profileQuery } from './profiles.ts'

/** Who follows someone, or whom they follow. */
export function CrowdPage({ crowd }: { crowd: Crowd }) {
  const { handle } = useParams({ strict: false }) as { handle: string }
  const name = useQuery(profileQuery(handle)).data?.name ?? `@${handle}`
  return (
    <>
      <PageHeader title={crowd === 'fans' ? `Fans of ${name}` : `${name} follows`} note={`@${handle}`} back />
      <People handle={handle} crowd={crowd} name={name} />
    </>
  )
}

function People({ handle, crowd, name }: { handle: string; crowd: Crowd; name: string }) {
  const people = useInfiniteQuery(crowdPages(crowd, handle))
  if (people.error && !people.data) return <Failure error={people.error} onRetry={() => void people.refetch()} />
  if (!people.data) return <Loading rows={3} />
  const all = people.data.pages.flatMap((page) => page.items)
  if (all.length === 0) return <Blank title={crowd === 'fans' ? 'No fans yet' : `${name} follows nobody yet`} />
  return (
    <ul className="pad" aria-label={crowd === 'fans' ? 'Fans' : 'Following'}>
      {all.map((person) => (
        <PersonRow key={person.id} person={person} />
      ))}
      {people.hasNextPage && (
        <li>
          <button type="button" className="btn sec wide" disabled={people.isFetchingNextPage} onClick={() => void people.fetchNextPage()}>
            Show more
          </button>
        </li>
      )}
    </ul>
  )
}
