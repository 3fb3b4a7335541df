import { Suspense } from 'react'
import { DemoBar } from '../features/demo/index.ts'
import { useHydrated } from '../lib/hydrated.ts'
import { useConfig } from '../lib/session.ts'

const saysHead = () => typeof document !== 'undefined' && document.querySelector('meta[name=demo]') !== null

/** Keeps the demo bar's place from the first paint on: the head names a demo world before any answer can. */
export function DemoSlot() {
  const hydrated = useHydrated()
  if (!(useConfig()?.demo ?? saysHead())) return null
  return (
    <div className="app-demo-slot">
      {hydrated && (
        <Suspense>
          <DemoBar />
        </Suspense>
      )}
    </div>
  )
}
