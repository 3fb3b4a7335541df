import type { AttachmentView } from '@corefans/shared/contracts/posts.ts'
import { Suspense, useState } from 'react'
import { columnWide, srcSetOf } from '../../lib/picture.ts'
import { part } from '../../ui/part.tsx'
import { clock, spoken } from './duration.ts'
import { Sign } from './icons.tsx'
import { Waveform } from './waveform.tsx'

const VideoPlayer = part(() => import('./video-player.tsx'), 'VideoPlayer')
const AudioPlayer = part(() => import('./audio-player.tsx'), 'AudioPlayer')

const wordsOf = (what: string, { alt, durationMs = 0 }: AttachmentView) => `Play ${what}${alt ? `: ${alt}` : ''}, ${spoken(durationMs)}`

type Props = { media: AttachmentView; eager?: boolean }

/** A video as its still, until somebody wants it to play: then its player takes the same room. */
export function Video({ media, eager = false }: Props) {
  const [isAsked, setAsked] = useState(false)
  const still = (
    <button type="button" className="media-still" aria-label={wordsOf('video', media)} onClick={() => setAsked(true)}>
      <Still media={media} eager={eager} />
      <span className="media-go">
        <Sign name="play" />
      </span>
      <span className="media-chip num" aria-hidden="true">
        {clock(media.durationMs ?? 0)}
      </span>
    </button>
  )
  return (
    <div className="media-video">
      {isAsked ? (
        <Suspense fallback={still}>
          <VideoPlayer media={media} />
        </Suspense>
      ) : (
        still
      )}
    </div>
  )
}

function Still({ media: { posterUrl, width = 16, height = 9 }, eager }: { media: AttachmentView; eager: boolean }) {
  // Without a still the room is kept by a drawing of the same proportions.
  if (!posterUrl) return <svg className="media-blank" viewBox={`0 0 ${width} ${height}`} aria-hidden="true" />
  return (
    <img
      src={posterUrl}
      srcSet={srcSetOf(posterUrl, width, height)}
      sizes={columnWide}
      alt=""
      width={width}
      height={height}
      decoding="async"
      loading={eager ? 'eager' : 'lazy'}
      {...(eager ? { fetchPriority: 'high' as const } : {})}
    />
  )
}

/** A sound as its waveform, until somebody wants to hear it. */
export function Audio({ media }: Props) {
  const [isAsked, setAsked] = useState(false)
  const still = (
    <div className="media-audio">
      <button type="button" className="media-round" aria-label={wordsOf('audio', media)} onClick={() => setAsked(true)}>
        <Sign name="play" />
      </button>
      <div className="media-audio-body">
        {media.alt && <span className="media-audio-title cut">{media.alt}</span>}
        <div className="media-audio-line">
          <Waveform peaks={media.peaks} share={0} />
        </div>
        <div className="media-audio-foot num">
          <span>{clock(media.durationMs ?? 0)}</span>
        </div>
      </div>
    </div>
  )
  if (!isAsked) return still
  return (
    <Suspense fallback={still}>
      <AudioPlayer media={media} />
    </Suspense>
  )
}
