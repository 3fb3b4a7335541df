import { Suspense, useState } from 'react'
import { Composer } from '../features/posts/index.ts'
import { Dialog } from '../ui/dialog.tsx'
import { Icon } from '../ui/icon.tsx'
import { Link } from '../ui/link.tsx'

/** What a phone's ＋ offers: a post, or to go live. */
export function CreateSheet({ onClose }: { onClose: () => void }) {
  const [isWriting, setWriting] = useState(false)
  if (isWriting)
    return (
      <Suspense>
        <Composer onClose={onClose} />
      </Suspense>
    )
  return (
    <Dialog title="Create" onClose={onClose}>
      <div className="app-create">
        <button type="button" className="btn pri wide" onClick={() => setWriting(true)}>
          <Icon name="edit" />
          New post
        </button>
        <Link to="/live/go" className="btn live-go wide" onClick={onClose}>
          <Icon name="camera" />
          Go live
        </Link>
      </div>
    </Dialog>
  )
}
