import type { Api } from '@corefans/shared/api.ts'
import { type InfiniteData, type UseInfiniteQueryResult, useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { readPages } from '../../lib/query.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { Link } from '../../ui/link.tsx'
import { Name } from '../../ui/name.tsx'
import { Pages } from '../../ui/pages.tsx'
import { Time } from '../../ui/time.tsx'
import { shun } from './shun.ts'

type Shunned = Api['GET /api/me/blocks']['output']
type Props = { how: 'block' | 'mute'; list: UseInfiniteQueryResult<InfiniteData<Shunned>> }
const words = {
  block: { title: 'Blocked', empty: 'You have blocked nobody.', undo: 'Unblock' },
  mute: { title: 'Muted', empty: 'You have muted nobody.', undo: 'Unmute' },
} as const

export const BlockedList = () => <ShunnedList how="block" list={useInfiniteQuery(readPages('GET /api/me/blocks', {}))} />
export const MutedList = () => <ShunnedList how="mute" list={useInfiniteQuery(readPages('GET /api/me/mutes', {}))} />

/** Whom one has blocked or muted, and the way back. */
function ShunnedList({ how, list }: Props) {
  const { title, empty, undo } = words[how]
  const queries = useQueryClient()
  return (
    <section className="set">
      <h2>{title}</h2>
      <Pages list={list} keyOf={({ person }) => person.id} empty={<p className="muted">{empty}</p>} rows={1}>
        {(all) => (
          <ul className="safety-list">
            {all.map(({ person, at }) => (
              <li key={person.id}>
                <Avatar person={person} size={40} />
                <Link to="/@{$handle}" params={{ handle: person.handle }} className="safety-who">
                  <b className="cut">
                    <Name>{person.name}</Name>
                  </b>
                  <small className="num">
                    @{person.handle} · <Time iso={at} />
                  </small>
                </Link>
                <button
                  type="button"
                  className="btn sec slim"
                  aria-label={`${undo} ${person.name}`}
                  onClick={() => void shun(queries, person, how, false)}
                >
                  {undo}
                </button>
              </li>
            ))}
          </ul>
        )}
      </Pages>
    </section>
  )
}
