import type { AttachmentView } from '@corefans/shared/contracts/posts.ts'
import { type KeyboardEvent, useState } from 'react'
import { useModal } from '../../ui/dialog.tsx'
import { Icon } from '../../ui/icon.tsx'

/** Images of one post, one at a time, as large as the window. Arrow keys turn. */
export function Lightbox({ images, at, onClose }: { images: AttachmentView[]; at: number; onClose: () => void }) {
  const ref = useModal()
  const [now, setNow] = useState(at)
  const image = images[now]
  const turn = (step: number) => setNow((now + step + images.length) % images.length)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowRight') turn(1)
    if (event.key === 'ArrowLeft') turn(-1)
  }
  return (
    <dialog ref={ref} className="post-lightbox" aria-label="Image" onClose={onClose} onKeyDown={onKeyDown}>
      <div className="post-lightbox-top">
        <span className="num" role="status">
          {now + 1} of {images.length}
        </span>
        <button type="button" className="icb" aria-label="Close" onClick={() => ref.current?.close()}>
          <Icon name="close" />
        </button>
      </div>
      <div className="post-lightbox-stage">
        {images.length > 1 && <Turn label="Previous image" onClick={() => turn(-1)} />}
        <figure>
          <img key={image?.url} src={image?.url} alt={image?.alt ?? ''} width={image?.width} height={image?.height} />
        </figure>
        {images.length > 1 && <Turn label="Next image" next onClick={() => turn(1)} />}
      </div>
      <p className="post-lightbox-caption">{image?.alt}</p>
    </dialog>
  )
}

const Turn = ({ label, next = false, onClick }: { label: string; next?: boolean; onClick: () => void }) => (
  <button type="button" className="icb post-lightbox-turn" aria-label={label} onClick={onClick}>
    <Icon name="back" />
  </button>
)
