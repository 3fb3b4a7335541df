import { type ReactNode, Suspense, useState } from 'react'
import { part } from '../../ui/part.tsx'

/** Writes a post, in a dialog. */
export const Composer = part(() => import('./composer.tsx'), 'ComposerDialog')

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
