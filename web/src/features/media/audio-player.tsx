import type { AttachmentView } from '@corefans/shared/contracts/posts.ts'
import { useEffect, useRef } from 'react'
import { MuteButton, PlayButton, Seek, SpeedButton, TimeText, TroubleNote } from './controls.tsx'
import { usePlayer } from './use-player.ts'
import { Waveform } from './waveform.tsx'

/** A sound with its waveform, which is a slider: a mouse and a keyboard seek in it. */
export function AudioPlayer({ media }: { media: AttachmentView }) {
  const { ref, now, act, trouble } = usePlayer(media)
  const box = useRef<HTMLElement>(null)
  useEffect(() => box.current?.querySelector('button')?.focus({ preventScroll: true }), [])
  return (
    <section ref={box} className="media-audio" aria-label={media.alt || 'Audio'}>
      {/* biome-ignore lint/a11y/useMediaCaption: a sound of a creator has no captions yet */}
      <audio ref={ref} src={media.url} preload="metadata" />
      <PlayButton now={now} act={act} className="media-round" />
      <div className="media-audio-body">
        {media.alt && <span className="media-audio-title cut">{media.alt}</span>}
        <div className="media-audio-line">
          <Waveform peaks={media.peaks} share={now.atS / now.lengthS} />
          <Seek now={now} act={act} className="media-over" />
        </div>
        <div className="media-audio-foot">
          <TimeText now={now} />
          <SpeedButton now={now} act={act} className="media-small" />
          <MuteButton now={now} act={act} className="media-small" />
        </div>
        <TroubleNote trouble={trouble} />
      </div>
    </section>
  )
}
