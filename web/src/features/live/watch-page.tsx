import type { StreamView } from '@corefans/shared/contracts/live.ts'
import { useParams } from '@tanstack/react-router'
import { ApiProblem } from '../../lib/problem.ts'
import { useTopic } from '../../lib/topics.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { Blank, Failure } from '../../ui/empty-state.tsx'
import { PageHeader } from '../../ui/header.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Link } from '../../ui/link.tsx'
import { Name } from '../../ui/name.tsx'
import { Loading } from '../../ui/skeletons.tsx'
import { Chat } from './chat.tsx'
import { LiveMark } from './live-mark.tsx'
import { Player } from './player.tsx'
import { isOnAir, useStreamOf } from './streams.ts'

/** What a creator's stream is to whoever comes by. */
export function WatchPage() {
  const { handle } = useParams({ from: '/live/$handle' })
  const stream = useStreamOf(handle)
  useTopic(stream.data ? `stream:${stream.data.id}` : null)
  if (stream.data) return <Watching key={stream.data.id} stream={stream.data} />
  const isUnknown = stream.error instanceof ApiProblem && stream.error.status === 404
  return (
    <>
      <PageHeader title={`@${handle} live`} back />
      {isUnknown && (
        <Blank title="Not live yet">
          <p className="muted">@{handle} has not gone live so far. When somebody you follow does, Streams in the navigation counts it.</p>
          <Link to="/@{$handle}" params={{ handle }} className="btn pri">
            To their page
          </Link>
        </Blank>
      )}
      {stream.error && !isUnknown && <Failure error={stream.error} onRetry={() => stream.refetch()} />}
      {stream.isPending && <Loading rows={2} />}
    </>
  )
}

/** A stream that is known: the picture and the chat, or why there is none. */
export function Watching({ stream }: { stream: StreamView }) {
  const { creator } = stream
  return (
    <>
      <PageHeader title={stream.title} back>
        {isOnAir(stream) && <LiveMark viewers={stream.viewers} />}
      </PageHeader>
      <div className="live-watch">
        <Stage stream={stream} />
        <Link to="/@{$handle}" params={{ handle: creator.handle }} className="live-by">
          <Avatar person={creator} size={44} />
          <span>
            <b>
              <Name>{creator.name}</Name>
            </b>
            <small>@{creator.handle}</small>
          </span>
        </Link>
        {!stream.locked && <Chat streamId={stream.id} isOnAir={isOnAir(stream)} />}
      </div>
    </>
  )
}

function Stage({ stream }: { stream: StreamView }) {
  if (stream.state === 'ended') return <Dark title="This stream is over" line="Thank you for being there." />
  if (stream.locked) return <Locked stream={stream} />
  if (stream.state === 'reconnecting')
    return <Dark title="One moment" line="The connection of the creator was lost; they have half a minute to come back." />
  return stream.playback ? <Player whep={stream.playback.whep} title={stream.title} /> : <Dark title="It begins in a moment" line="" />
}

const Dark = ({ title, line }: { title: string; line: string }) => (
  <section className="live-dark" role="status">
    <h2>{title}</h2>
    {line && <p>{line}</p>}
  </section>
)

function Locked({ stream: { creator, audience } }: { stream: StreamView }) {
  const isForFollowers = audience === 'followers'
  return (
    <section className="live-dark">
      <Icon name="lock" />
      <h2>{isForFollowers ? 'For followers' : 'For holders of a pass'}</h2>
      <p>{isForFollowers ? `Follow ${creator.name} and it opens here.` : `A pass of ${creator.name} opens it here, at once.`}</p>
      {isForFollowers ? (
        <Link to="/@{$handle}" params={{ handle: creator.handle }} className="btn pri">
          To their page
        </Link>
      ) : (
        <Link to="/@{$handle}/$tab" params={{ handle: creator.handle, tab: 'passes' }} className="btn pri">
          See the passes
        </Link>
      )}
    </section>
  )
}
