import { limits } from '@corefans/shared/values/limits.ts'
import { useState } from 'react'
import { api } from '../../lib/api.ts'
import { sentenceOf } from '../../lib/problem.ts'
import { Icon } from '../../ui/icon.tsx'
import { toast } from '../../ui/toast.ts'
import type { DraftImage } from './draft.ts'
import type { Upload } from './use-uploads.ts'

type Props = { images: DraftImage[]; uploads: Upload[]; onChange: (images: DraftImage[]) => void }

/** The images of a draft: their order, their description, their way to the server. */
export function ImageStrip({ images, uploads, onChange }: Props) {
  if (images.length + uploads.length === 0) return null
  const move = (from: number, to: number) => {
    const next = [...images]
    next.splice(to, 0, ...next.splice(from, 1))
    onChange(next)
  }
  return (
    <ol className="post-strip" aria-label="Images">
      {images.map((image, i) => (
        <li key={image.id}>
          <img src={image.url} alt="" width={88} height={88} />
          <Alt
            image={image}
            nth={i + 1}
            onChange={(alt) => onChange(images.map((other) => (other.id === image.id ? { ...other, alt } : other)))}
          />
          <div className="post-strip-buttons">
            <Tool label={`Move image ${i + 1} up`} icon="up" disabled={i === 0} onClick={() => move(i, i - 1)} />
            <Tool label={`Move image ${i + 1} down`} icon="down" disabled={i === images.length - 1} onClick={() => move(i, i + 1)} />
            <Tool label={`Remove image ${i + 1}`} icon="trash" onClick={() => onChange(images.filter((other) => other.id !== image.id))} />
          </div>
        </li>
      ))}
      {uploads.map((upload) => (
        <li key={upload.key}>
          <span className="post-strip-wait skel" />
          <div className="post-strip-progress">
            <span className="cut">{upload.name}</span>
            <progress className="bar-progress" max={1} value={upload.share} aria-label={`Uploading ${upload.name}`} />
          </div>
        </li>
      ))}
    </ol>
  )
}

/** The description is saved when its field is left. */
function Alt({ image, nth, onChange }: { image: DraftImage; nth: number; onChange: (alt: string) => void }) {
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
      aria-label={`Describe image ${nth} for people who cannot see it`}
      placeholder="Describe it for people who cannot see it"
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
