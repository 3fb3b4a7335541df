import { useEffect, useRef } from 'react'
import { useStore } from '../lib/store.ts'
import { toasts } from './toast.ts'

/** Where the notices stand, and the voice that reads them. */
export function Toaster() {
  const shown = useStore(toasts)
  const ref = useRef<HTMLElement>(null)
  useEffect(() => {
    // Shown again on each change, so that it lies above a dialog that was opened since.
    ref.current?.hidePopover()
    if (shown.length > 0) ref.current?.showPopover()
  }, [shown])
  return (
    <>
      <div role="status" aria-live="polite" className="vh">
        {shown.at(-1)?.text}
      </div>
      <section ref={ref} popover="manual" aria-label="Notices" className="toasts">
        {shown.map(({ id, text, action }) => (
          <div key={id} className="toast">
            <span>{text}</span>
            {action && (
              <button
                type="button"
                onClick={() => {
                  toasts.set(toasts.get().filter((other) => other.id !== id))
                  action.run()
                }}
              >
                {action.label}
              </button>
            )}
          </div>
        ))}
      </section>
    </>
  )
}
