import type { AttachmentView } from '@corefans/shared/contracts/posts.ts'
import { Suspense, useState } from 'react'
import { columnWide, srcSetOf } from '../../lib/picture.ts'
import { part } from '../../ui/part.tsx'
import { Audio, Video } from '../media/index.ts'

const Lightbox = part(() => import('./lightbox.tsx'), 'Lightbox')
const shownAtMost = 4
const halfColumn = '(max-width: 719px) 46vw, 306px'

/** Images in a grid, then each video and sound in its order. */
export function PostMedia({ media, eager }: { media: AttachmentView[]; eager: boolean }) {
  const played = media.filter(({ kind }) => kind !== 'image')
  return (
    <>
      <Images media={media} eager={eager} />
      {played.map((one) => (one.kind === 'video' ? <Video key={one.id} media={one} eager={eager} /> : <Audio key={one.id} media={one} />))}
    </>
  )
}

/** Up to four images in a grid, the rest as “+n”; any of them opens full size. */
function Images({ media, eager }: { media: AttachmentView[]; eager: boolean }) {
  const [open, setOpen] = useState<number | null>(null)
  const images = media.filter((one) => one.kind === 'image' && one.url)
  const rest = images.length - shownAtMost
  if (images.length === 0) return null
  return (
    <div className="post-grid" data-count={Math.min(images.length, shownAtMost)}>
      {images.slice(0, shownAtMost).map((image, i) => (
        <button
          key={image.url}
          type="button"
          className="post-shot"
          aria-label={`Open image ${i + 1} of ${images.length}${image.alt ? `: ${image.alt}` : ''}`}
          onClick={() => setOpen(i)}
        >
          <img
            src={image.url}
            srcSet={image.url && srcSetOf(image.url, image.width, image.height)}
            sizes={images.length > 1 ? halfColumn : columnWide}
            alt={image.alt ?? ''}
            width={image.width}
            height={image.height}
            decoding="async"
            loading={eager ? 'eager' : 'lazy'}
            {...(eager && i === 0 ? { fetchPriority: 'high' as const } : {})}
          />
          {i === shownAtMost - 1 && rest > 0 && <span className="post-rest num">+{rest}</span>}
        </button>
      ))}
      {open !== null && (
        <Suspense>
          <Lightbox images={images} at={open} onClose={() => setOpen(null)} />
        </Suspense>
      )}
    </div>
  )
}
