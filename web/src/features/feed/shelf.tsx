import { useQuery } from '@tanstack/react-query'
import { countTo } from '../../ui/count-to.ts'
import { PersonTile } from '../people/index.ts'
import { shelfQuery } from './shelf-query.ts'

/** People side by side. */
export function Shelf({ only, title }: { only: 'all' | 'ai'; title: string }) {
  const people = useQuery(shelfQuery(only))
  if (people.data?.items.length === 0 || people.error) return null
  return (
    <section className="feed-shelf" aria-label={title}>
      <h2>{title}</h2>
      <ul className="tiles" aria-label={title}>
        {people.data
          ? people.data.items.map((person) => <PersonTile key={person.id} person={person} />)
          : countTo(4).map((nth) => <li key={nth} className="feed-tile-skel skel" aria-hidden="true" />)}
      </ul>
    </section>
  )
}
