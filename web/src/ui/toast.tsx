import { useEffect, useRef } from 'react'
import { createStore, useStore } from '../lib/store.ts'

type Toast = { id: number; text: string; action?: { label: string; run: () => void } }
const toasts = createStore<Toast[]>([])
let nextId = 1

/** Says a short sentence at the foot of the page, and aloud. Own code: the usual library writes a `<style>` that our CSP refuses. */
export function toast(text: string, action?: Toast['action'], forMs = action ? 10_000 : 5_000): () => void {
  const id = nextId++
  const close = () => toasts.set(toasts.get().filter((other) => other.id !== id))
  toasts.set([...toasts.get().slice(-2), action ? { id, text, action } : { id, text }])
  setTimeout(close, forMs)
  return close
}

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
