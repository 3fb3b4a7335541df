import { lazy, type ReactNode, Suspense, useState } from 'react'
import { useMe } from '../../lib/session.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { Icon } from '../../ui/icon.tsx'
import './composer.css'

const Composer = lazy(() => import('./composer.tsx').then((module) => ({ default: module.ComposerDialog })))

/** Opens the composer, from anywhere. */
export function ComposeButton({ className, label, children }: { className: string; label?: string; children: ReactNode }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <button type="button" className={className} aria-label={label} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {children}
      </button>
      {open && (
        <Suspense>
          <Composer onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}

/** The composer's front on the home page. */
export function ComposerTeaser() {
  const me = useMe()
  if (!me) return null
  return (
    <div className="teaser">
      <Avatar person={me} />
      <ComposeButton className="teaser-b">What is on your mind, {me.name.split(' ')[0]}?</ComposeButton>
      <ComposeButton className="icb" label="Post with images or a poll">
        <Icon name="image" />
      </ComposeButton>
    </div>
  )
}
