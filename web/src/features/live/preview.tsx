import { useEffect, useRef } from 'react'
import { useLevel } from './use-level.ts'

/** What others will see: one's own picture, as in a mirror when it is a camera's. */
export function Preview({ media, isMirrored }: { media: MediaStream; isMirrored: boolean }) {
  const video = useRef<HTMLVideoElement>(null)
  const level = useLevel(media)
  useEffect(() => {
    if (video.current) video.current.srcObject = media
  }, [media])
  return (
    <div className="live-preview">
      <video ref={video} autoPlay playsInline muted data-mirrored={isMirrored || undefined} aria-label="Your picture" />
      <meter className="live-level" min={0} max={1} value={level} aria-label="Your microphone" />
    </div>
  )
}
