import { type KeyboardEvent, type ReactNode, type ToggleEvent, useEffect, useId, useRef } from 'react'

type Props = { label: string; button: ReactNode; className?: string; opensAtOnce?: boolean; children: ReactNode }

/** A button with a list of actions, on the popover API. Arrow keys move, Escape closes, focus returns to the button. */
export function Menu({ label, button, className = 'icb', opensAtOnce = false, children }: Props) {
  const id = useId()
  const opener = useRef<HTMLButtonElement>(null)
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (opensAtOnce) list.current?.showPopover()
  }, [opensAtOnce])
  const onToggle = (event: ToggleEvent<HTMLDivElement>) => {
    opener.current?.setAttribute('aria-expanded', String(event.newState === 'open'))
    if (event.newState === 'open' && opener.current && list.current) {
      place(list.current, opener.current)
      itemsOf(list.current)[0]?.focus()
    }
  }
  return (
    <>
      <button
        ref={opener}
        type="button"
        className={className}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded="false"
        popoverTarget={id}
      >
        {button}
      </button>
      <div
        ref={list}
        id={id}
        popover="auto"
        role="menu"
        aria-label={label}
        className="menu"
        tabIndex={-1}
        onToggle={onToggle}
        onKeyDown={onKeys}
        onClick={() => list.current?.hidePopover()}
      >
        {children}
      </div>
    </>
  )
}

const itemsOf = (list: HTMLElement): HTMLElement[] => [...list.querySelectorAll<HTMLElement>('[role^=menuitem]')]

function onKeys(event: KeyboardEvent<HTMLDivElement>): void {
  const items = itemsOf(event.currentTarget)
  const at = items.indexOf(document.activeElement as HTMLElement)
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key]
  if (to === undefined) return
  event.preventDefault()
  items.at(to % items.length)?.focus()
}

/** Below the button if there is room, else above; never outside of the window. */
function place(list: HTMLElement, opener: HTMLElement): void {
  const from = opener.getBoundingClientRect()
  const { offsetWidth: width, offsetHeight: height } = list
  const top = from.bottom + height + 8 < window.innerHeight ? from.bottom + 4 : Math.max(8, from.top - height - 4)
  const left = Math.min(Math.max(8, from.right - width), window.innerWidth - width - 8)
  list.style.top = `${top}px`
  list.style.left = `${left}px`
}
