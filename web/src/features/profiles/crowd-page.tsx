import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Blank } from '../../ui/empty-state.tsx'
import { PageHeader } from '../../ui/header.tsx'
import { Pages } from '../../ui/pages.tsx'
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

const People = ({ handle, crowd, name }: { handle: string; crowd: Crowd; name: string }) => (
  <Pages
    list={useInfiniteQuery(crowdPages(crowd, handle))}
    keyOf={({ id }) => id}
    empty={<Blank title={crowd === 'fans' ? 'No fans yet' : `${name} follows nobody yet`} />}
  >
    {(all) => (
      <ul className="pad" aria-label={crowd === 'fans' ? 'Fans' : 'Following'}>
        {all.map((person) => (
          <PersonRow key={person.id} person={person} />
        ))}
      </ul>
    )}
  </Pages>
)
