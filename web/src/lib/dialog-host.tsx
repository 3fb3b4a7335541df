import { type ComponentType, lazy, Suspense } from 'react'
import { type Store, useStore } from './store.ts'

/** Shows what a store holds in a dialog above any page. Stands once in the shell and loads the dialog when it is first opened. */
export function dialogHost<T>(open: Store<T | null>, load: () => Promise<{ default: ComponentType<{ of: T; onClose: () => void }> }>) {
  const Dialog = lazy(load)
  return function DialogHost() {
    const of = useStore(open)
    if (of === null) return null
    return (
      <Suspense>
        <Dialog key={JSON.stringify(of)} of={of} onClose={() => open.set(null)} />
      </Suspense>
    )
  }
}
