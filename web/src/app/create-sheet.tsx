import { Suspense, useState } from 'react'
import { GoLiveButton } from '../features/live/index.ts'
import { Composer } from '../features/posts/index.ts'
import { Dialog } from '../ui/dialog.tsx'
import { Icon } from '../ui/icon.tsx'

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
        <GoLiveButton wide onGo={onClose} />
      </div>
    </Dialog>
  )
}
