import { type ComponentType, type ReactNode, useReducer } from 'react'
import { type Code, fetched, type PropsOf } from '../lib/fetched.ts'
import { Dialog } from './dialog.tsx'
import { Failure } from './empty-state.tsx'

/**
 * A part of a page whose code comes when it is first shown; until then the `Suspense` around it shows its fallback. If it does
 * not come, a panel says so in its place and tries again; around it the page stands. A part that has `onClose` is a dialog.
 */
export const part = <M extends object, N extends keyof M>(load: () => Promise<M>, name: N): ComponentType<PropsOf<M[N]>> =>
  shown.bind(null, fetched(load, name)) as ComponentType<PropsOf<M[N]>>

type Props = { code: Code<unknown>; props: { onClose?: () => void } }
const shown = (code: Code<unknown>, props: Props['props']): ReactNode => <Part code={code} props={props} />

function Part({ code, props }: Props): ReactNode {
  const [, draw] = useReducer((n: number) => n + 1, 0)
  const Found = code.found() as ComponentType<object> | undefined
  if (Found) return <Found {...props} />
  const error = code.error()
  if (!error) throw code.fetch()
  const panel = <Failure error={error} onRetry={() => code.fetch().then(draw)} />
  if (!props.onClose) return panel
  return (
    <Dialog title="One moment" onClose={props.onClose}>
      {panel}
    </Dialog>
  )
}
