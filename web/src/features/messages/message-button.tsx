import { Suspense, useState } from 'react'
import { Icon } from '../../ui/icon.tsx'
import { part } from '../../ui/part.tsx'

const MessageDialog = part(() => import('./message-dialog.tsx'), 'MessageDialog')

/** Writes to somebody from their profile. */
export function MessageButton({ person }: { person: { handle: string; name: string } }) {
  const [isOpen, open] = useState(false)
  return (
    <>
      <button type="button" className="btn sec sq" aria-label={`Message ${person.name}`} onClick={() => open(true)}>
        <Icon name="mail" />
      </button>
      {isOpen && (
        <Suspense>
          <MessageDialog person={person} onClose={() => open(false)} />
        </Suspense>
      )}
    </>
  )
}
