import { createStore } from '../lib/store.ts'

type Toast = { id: number; text: string; action?: { label: string; run: () => void } }
/** The notices on the screen. */
export const toasts = createStore<Toast[]>([])
let nextId = 1

/** Says a short sentence at the foot of the page, and aloud. Own code: the usual library writes a `<style>` that our CSP refuses. */
export function toast(text: string, action?: Toast['action'], forMs = action ? 10_000 : 5_000): () => void {
  const id = nextId++
  const close = () => toasts.set(toasts.get().filter((other) => other.id !== id))
  toasts.set([...toasts.get().slice(-2), action ? { id, text, action } : { id, text }])
  setTimeout(close, forMs)
  return close
}
