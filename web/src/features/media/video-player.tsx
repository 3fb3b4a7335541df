import type { AttachmentView } from '@corefans/shared/contracts/posts.ts'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { MuteButton, PlayButton, Seek, SpeedButton, TimeText, TroubleNote, Volume } from './controls.tsx'
import { Sign } from './icons.tsx'
import { deedOf } from './keys.ts'
import { usePlayer } from './use-player.ts'

/** A native video with controls of ours, which a keyboard reaches: space plays, arrows seek and set the volume, m, f, j, l, digits. */
export function VideoPlayer({ media }: { media: AttachmentView }) {
  const player = usePlayer(media)
  const { ref, now, act, trouble } = player
  const box = useRef<HTMLElement>(null)
  // Whoever pressed the still stays where they were: on the player.
  useEffect(() => box.current?.querySelector('button')?.focus({ preventScroll: true }), [])
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const deed = isOfControl(event) ? null : deedOf(event.key, now.lengthS)
    if (!deed) return
    event.preventDefault()
    act(deed)
  }
  return (
    <section ref={box} className="media-player" aria-label={media.alt || 'Video'} data-idle={now.isPlaying} onKeyDown={onKeyDown}>
      {/* biome-ignore lint/a11y/useMediaCaption: captions are a track of their own and come with their upload */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the player around it takes the keys */}
      <video
        ref={ref}
        src={media.url}
        poster={media.posterUrl}
        width={media.width}
        height={media.height}
        playsInline
        preload="metadata"
        disableRemotePlayback
        onClick={() => act('toggle')}
        onDoubleClick={() => act('full')}
      />
      <TroubleNote trouble={trouble} />
      <div className="media-bar">
        <PlayButton now={now} act={act} className="media-key" />
        <Seek now={now} act={act} className="media-seek" />
        <TimeText now={now} />
        <MuteButton now={now} act={act} className="media-key" />
        <Volume now={now} act={act} />
        <SpeedButton now={now} act={act} className="media-key" />
        {document.pictureInPictureEnabled && (
          <button
            type="button"
            className="media-key media-pip"
            aria-label="Picture in picture"
            onClick={() => void pictureInPicture(ref.current)}
          >
            <Sign name="pip" />
          </button>
        )}
        <button type="button" className="media-key" aria-label="Full screen" onClick={() => act('full')}>
          <Sign name="full" />
        </button>
      </div>
    </section>
  )
}

/** A button is pressed by space, and a slider is moved by arrows, whatever the player would do with them. */
function isOfControl({ key, target, ctrlKey, metaKey, altKey }: KeyboardEvent<HTMLElement>): boolean {
  const isPress = key === ' ' && target instanceof HTMLButtonElement
  const isMove = key.startsWith('Arrow') && target instanceof HTMLInputElement
  return ctrlKey || metaKey || altKey || isPress || isMove
}

const pictureInPicture = (video: HTMLVideoElement | null): Promise<unknown> =>
  document.pictureInPictureElement
    ? document.exitPictureInPicture()
    : (video?.requestPictureInPicture().catch(() => {}) ?? Promise.resolve())
