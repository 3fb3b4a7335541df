import { type ComponentType, Suspense } from 'react'
import { type Store, useStore } from './store.ts'

type Props<T> = { open: Store<T | null>; dialog: ComponentType<{ of: T; onClose: () => void }> }

/** Shows what a store holds in a dialog above any page. Stands once in the shell; a lazy dialog costs nothing until it opens. */
export function DialogHost<T>({ open, dialog: Dialog }: Props<T>) {
  const of = useStore(open)
  if (of === null) return null
  return (
    <Suspense>
      <Dialog key={JSON.stringify(of)} of={of} onClose={() => open.set(null)} />
    </Suspense>
  )
}
