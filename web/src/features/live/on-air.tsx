import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { type ApiProblem, sentenceOf } from '../../lib/problem.ts'
import { Confirm } from '../../ui/confirm.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Link } from '../../ui/link.tsx'
import { Chat } from './chat.tsx'
import { type Link as Connection, keepConnected, type LinkState } from './connection.ts'
import { Health } from './health.tsx'
import { LiveMark } from './live-mark.tsx'
import { Preview } from './preview.tsx'
import { streamQuery } from './streams.ts'

export type OnAirStream = { id: string; whipUrl: string; key: string }
type Props = { stream: OnAirStream; handle: string; media: MediaStream; isMirrored: boolean; onEnd: () => void }

const words: Record<LinkState, string> = {
  connecting: 'Going on air …',
  connected: 'You are live',
  lost: 'The connection was lost. Trying again …',
  refused: 'The stream did not go on air',
}

/** The desk of who is on air: what others see, how it goes, what they say, and the way to the end. */
export function OnAir({ stream, handle, media, isMirrored, onEnd }: Props) {
  const [[state, problem], setState] = useState<[LinkState, ApiProblem | null]>(['connecting', null])
  const [connection, setConnection] = useState<RTCPeerConnection | null>(null)
  const [isAsked, setAsked] = useState(false)
  const connected = useRef<Connection | null>(null)
  const shown = useQuery(streamQuery(stream.id)).data
  const { whipUrl, key } = stream
  useEffect(() => {
    const link = keepConnected({
      url: new URL(whipUrl).pathname,
      key,
      prepare: (fresh) => {
        setConnection(fresh)
        for (const track of media.getTracks()) fresh.addTransceiver(track, { direction: 'sendonly', streams: [media] })
      },
      onState: (next, why) => setState([next, why]),
    })
    connected.current = link
    return () => void link.close()
  }, [whipUrl, key, media])
  useLeaveGuard()
  return (
    <div className="live-watch">
      <Preview media={media} isMirrored={isMirrored} />
      <div className="live-desk">
        <p role="status">
          <b>{problem ? sentenceOf(problem) : words[state]}</b>
        </p>
        {state === 'connected' && <LiveMark viewers={shown?.viewers ?? 0} />}
        <Health connection={connection} />
      </div>
      <div className="live-sources">
        <button type="button" className="btn danger" onClick={() => setAsked(true)}>
          <Icon name="close" size="sm" />
          End the stream
        </button>
        <Link to="/live/$handle" params={{ handle }} target="_blank" className="btn sec">
          <Icon name="link" size="sm" />
          See it as others do
        </Link>
      </div>
      <Chat streamId={stream.id} isOnAir={state !== 'refused'} />
      {isAsked && (
        <Confirm
          title="End the stream?"
          text="It is over for everybody at once."
          yes="End it"
          onYes={() => {
            // Whoever ends it does not try to come back.
            void connected.current?.close().finally(onEnd)
          }}
          onClose={() => setAsked(false)}
        />
      )}
    </div>
  )
}

/** Whoever closes the page while on air is asked first. */
function useLeaveGuard(): void {
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [])
}
