import { lazy, Suspense, useState } from 'react'

const OpenToken = lazy(() => import('./open-token.tsx').then((module) => ({ default: module.OpenToken })))

/** The way to one's own token. */
export function OpenTokenButton({ handle }: { handle: string }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <button type="button" className="btn sec" onClick={() => setOpen(true)}>
        Open my token
      </button>
      {isOpen && (
        <Suspense>
          <OpenToken handle={handle} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
