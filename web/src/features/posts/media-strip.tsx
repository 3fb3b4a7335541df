import { limits } from '@corefans/shared/values/limits.ts'
import { useState } from 'react'
import { api } from '../../lib/api.ts'
import { sentenceOf } from '../../lib/problem.ts'
import { Icon } from '../../ui/icon.tsx'
import { toast } from '../../ui/toast.ts'
import { clock, Sign } from '../media/index.ts'
import type { DraftMedia } from './draft.ts'
import { UploadRow } from './upload-row.tsx'
import type { Uploads } from './use-uploads.ts'

type Props = { media: DraftMedia[]; at: Uploads; onChange: (media: DraftMedia[]) => void }

const nouns = { image: 'image', video: 'video', audio: 'sound' } as const

/** The media of a draft: their order, their description, their way to the server. */
export function MediaStrip({ media, at, onChange }: Props) {
  if (media.length + at.uploads.length === 0) return null
  const move = (from: number, to: number) => {
    const next = [...media]
    next.splice(to, 0, ...next.splice(from, 1))
    onChange(next)
  }
  return (
    <ol className="post-strip" aria-label="Media">
      {media.map((one, i) => {
        const noun = `${nouns[one.kind]} ${i + 1}`
        return (
          <li key={one.id}>
            <Thumb media={one} />
            <Alt
              media={one}
              noun={noun}
              onChange={(alt) => onChange(media.map((other) => (other.id === one.id ? { ...other, alt } : other)))}
            />
            <div className="post-strip-buttons">
              <Tool label={`Move ${noun} up`} icon="up" disabled={i === 0} onClick={() => move(i, i - 1)} />
              <Tool label={`Move ${noun} down`} icon="down" disabled={i === media.length - 1} onClick={() => move(i, i + 1)} />
              <Tool label={`Remove ${noun}`} icon="trash" onClick={() => onChange(media.filter((other) => other.id !== one.id))} />
            </div>
          </li>
        )
      })}
      {at.uploads.map((upload) => (
        <UploadRow key={upload.key} upload={upload} at={at} />
      ))}
    </ol>
  )
}

function Thumb({ media: { kind, url, posterUrl, durationMs } }: { media: DraftMedia }) {
  const src = kind === 'image' ? url : posterUrl
  return (
    <span className="post-strip-thumb">
      {src ? <img src={src} alt="" width={88} height={88} /> : <Sign name={kind === 'audio' ? 'note' : 'play'} />}
      {durationMs !== undefined && <small className="num">{clock(durationMs)}</small>}
    </span>
  )
}

/** The description is saved when its field is left. */
function Alt({ media: image, noun, onChange }: { media: DraftMedia; noun: string; onChange: (alt: string) => void }) {
  const [saved, setSaved] = useState(image.alt)
  const save = async () => {
    if (saved === image.alt) return
    try {
      await api('PATCH /api/media/:mediaId', { mediaId: image.id, alt: image.alt })
      setSaved(image.alt)
    } catch (error) {
      toast(`The description was not saved: ${sentenceOf(error)}`)
    }
  }
  return (
    <textarea
      className="input"
      rows={2}
      maxLength={limits.alt}
      aria-label={`Describe ${noun} for people who cannot ${image.kind === 'audio' ? 'hear' : 'see'} it`}
      placeholder={`Describe it for people who cannot ${image.kind === 'audio' ? 'hear' : 'see'} it`}
      value={image.alt}
      onChange={(event) => onChange(event.target.value)}
      onBlur={() => void save()}
    />
  )
}

const Tool = ({
  label,
  icon,
  disabled = false,
  onClick,
}: {
  label: string
  icon: 'up' | 'down' | 'trash'
  disabled?: boolean
  onClick: () => void
}) => (
  <button type="button" className="icb" aria-label={label} disabled={disabled} onClick={onClick}>
    <Icon name={icon} size="sm" />
  </button>
)
