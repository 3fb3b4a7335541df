import type { StreamView } from '@corefans/shared/contracts/live.ts'
import { useInfiniteQuery } from '@tanstack/react-query'
import { readPages } from '../../lib/query.ts'
import { useMe } from '../../lib/session.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { Blank } from '../../ui/empty-state.tsx'
import { PageHeader } from '../../ui/header.tsx'
import { Link } from '../../ui/link.tsx'
import { Name } from '../../ui/name.tsx'
import { Pages } from '../../ui/pages.tsx'
import { AudienceLabel } from '../posts/index.ts'
import { GoLiveButton } from './go-live-button.tsx'
import { LiveMark } from './live-mark.tsx'

const onAir = readPages('GET /api/streams', { state: 'live' })

/** Who is on air. */
export function StreamsPage() {
  const me = useMe()
  const streams = useInfiniteQuery(onAir)
  return (
    <>
      <PageHeader title="Streams">{me && <GoLiveButton />}</PageHeader>
      <Pages
        list={streams}
        keyOf={({ id }) => id}
        rows={2}
        more="Show more"
        empty={
          <Blank title="Nobody is live just now">
            <p className="muted">When somebody goes live, they are here at once. Those whom you follow count in the navigation.</p>
          </Blank>
        }
      >
        {(items) => (
          <ul className="live-list">
            {items.map((stream) => (
              <StreamCard key={stream.id} stream={stream} />
            ))}
          </ul>
        )}
      </Pages>
    </>
  )
}

const StreamCard = ({ stream: { title, creator, viewers, audience } }: { stream: StreamView }) => (
  <li>
    <Link to="/live/$handle" params={{ handle: creator.handle }} className="live-card">
      <Avatar person={creator} size={56} />
      <span className="live-card-text">
        <b>{title}</b>
        <small>
          <Name>{creator.name}</Name> · @{creator.handle}
        </small>
        <small className="live-card-for">
          <AudienceLabel audience={audience} />
        </small>
      </span>
      <LiveMark viewers={viewers} />
    </Link>
  </li>
)
