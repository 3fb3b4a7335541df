import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { type ApiProblem, sentenceOf } from '../../lib/problem.ts'
import { invalidate } from '../../lib/query.ts'
import { Icon } from '../../ui/icon.tsx'
import { keepConnected, type LinkState } from './connection.ts'

/** Plays a stream within a fraction of a second of its making; comes back by itself after a loss of the network. */
export function Player({ whep, title }: { whep: string; title: string }) {
  const video = useRef<HTMLVideoElement>(null)
  const box = useRef<HTMLElement>(null)
  const queries = useQueryClient()
  const [isMuted, setMuted] = useState(true)
  const [[state, problem], setState] = useState<[LinkState, ApiProblem | null]>(['connecting', null])
  useEffect(() => {
    const media = new MediaStream()
    const link = keepConnected({
      url: whep,
      prepare: (connection) => {
        for (const kind of ['video', 'audio']) connection.addTransceiver(kind, { direction: 'recvonly' })
        for (const track of media.getTracks()) media.removeTrack(track)
        connection.ontrack = ({ track }) => media.addTrack(track)
      },
      onState: (next, why) => {
        setState([next, why])
        if (next === 'refused') void invalidate(queries, 'GET /api/profiles/:handle/stream')
      },
    })
    if (video.current) video.current.srcObject = media
    return () => void link.close()
  }, [whep, queries])
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.key === 'm') setMuted(!isMuted)
    if (event.key === 'f') void toggleFull(box.current)
  }
  return (
    <section ref={box} className="live-player" aria-label={`Stream: ${title}`} onKeyDown={onKeyDown}>
      {/* biome-ignore lint/a11y/useMediaCaption: a broadcast of this moment has no captions. */}
      <video ref={video} autoPlay playsInline muted={isMuted} />
      {state !== 'connected' && (
        <p className="live-player-note" role="status">
          {problem ? sentenceOf(problem) : state === 'lost' ? 'The connection was lost. Trying again …' : 'Connecting …'}
        </p>
      )}
      <div className="live-player-bar">
        <button type="button" className="btn sec slim" aria-pressed={!isMuted} onClick={() => setMuted(!isMuted)}>
          {isMuted ? 'Turn sound on' : 'Mute'}
        </button>
        <button type="button" className="btn sec slim" onClick={() => void toggleFull(box.current)}>
          <Icon name="screen" size="sm" />
          Full screen
        </button>
      </div>
    </section>
  )
}

const toggleFull = (box: HTMLElement | null): Promise<void> | undefined =>
  document.fullscreenElement ? document.exitFullscreen() : box?.requestFullscreen()
