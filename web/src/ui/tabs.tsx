import { useRef } from 'react'

type Props<K extends string> = { label: string; tabs: readonly { key: K; label: string }[]; now: K; onChoose: (key: K) => void }

/** Views of one page. Arrow keys move and choose. */
export function TabBar<K extends string>({ label, tabs, now, onChoose }: Props<K>) {
  const ref = useRef<HTMLDivElement>(null)
  const move = (step: number) => {
    const at = tabs.findIndex((tab) => tab.key === now)
    const next = tabs[(at + step + tabs.length) % tabs.length]
    if (!next) return
    onChoose(next.key)
    ref.current?.querySelector<HTMLElement>(`[data-key=${next.key}]`)?.focus()
  }
  return (
    <div
      ref={ref}
      role="tablist"
      aria-label={label}
      className="tabbar"
      onKeyDown={(event) => (event.key === 'ArrowRight' ? move(1) : event.key === 'ArrowLeft' && move(-1))}
    >
      {tabs.map((tab) => (
        <button
          key={tab.key}
          type="button"
          role="tab"
          data-key={tab.key}
          aria-selected={tab.key === now}
          tabIndex={tab.key === now ? 0 : -1}
          onClick={() => onChoose(tab.key)}
        >
          {tab.label}
        </button>
      ))}
    </div>
  )
}
