import { type ReactNode, useEffect, useId, useRef } from 'react'
import { beginStep } from '../lib/history-step.ts'
import { Icon } from './icon.tsx'

const always = (): boolean => true

type Props = { title: string; onClose: () => void; children: ReactNode; footer?: ReactNode; mayClose?: () => boolean }

/** A modal question. The browser keeps focus inside, closes on Escape and gives focus back. */
export function Dialog({ title, onClose, children, footer, mayClose = always }: Props) {
  const ref = useModal(mayClose)
  const id = useId()
  const close = () => mayClose() && ref.current?.close()
  return (
    <dialog
      ref={ref}
      className="dlg"
      aria-labelledby={id}
      onClose={onClose}
      onCancel={(event) => {
        if (event.target === ref.current && !mayClose()) event.preventDefault()
      }}
      onMouseDown={(event) => event.target === ref.current && close()}
    >
      <div className="dlg-head">
        <h2 id={id}>{title}</h2>
        <button type="button" className="icb" aria-label="Close" onClick={close}>
          <Icon name="close" />
        </button>
      </div>
      <div className="body">{children}</div>
      {footer && <div className="dlg-foot">{footer}</div>}
    </dialog>
  )
}

/** Back to what had the focus; where that is gone, to what took its place, and never to nothing. */
function giveBack(before: Element | null): void {
  const stillThere = before instanceof HTMLElement && before.isConnected ? before : null
  const next = stillThere ?? document.querySelector<HTMLElement>('[data-opened]') ?? document.getElementById('main')
  next?.focus()
}

/** Opens a `<dialog>` as soon as it is there; Back closes it if it may close; gives focus back to what had it when it goes away. */
export function useModal(mayClose = always) {
  const ref = useRef<HTMLDialogElement>(null)
  const may = useRef(mayClose)
  may.current = mayClose
  useEffect(() => {
    const before = document.activeElement
    const dialog = ref.current
    if (dialog && !dialog.open) dialog.showModal()
    dialog?.querySelector<HTMLElement>('[data-autofocus]')?.focus()
    const endStep = beginStep(() => {
      const isClosing = may.current()
      if (isClosing) dialog?.close()
      return isClosing
    })
    return () => {
      endStep()
      dialog?.close()
      giveBack(before)
    }
  }, [])
  return ref
}
