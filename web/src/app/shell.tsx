import { Outlet, useLocation } from '@tanstack/react-router'
import { Suspense } from 'react'
import '../features/demo/demo.css'
import { DemoBar } from '../features/demo/index.ts'
import { PurchaseHost } from '../features/passes/index.ts'
import { useHydrated } from '../lib/hydrated.ts'
import { connection } from '../lib/realtime.ts'
import { useConfig, useMe } from '../lib/session.ts'
import { useStore } from '../lib/store.ts'
import { Toaster } from '../ui/toast.tsx'
import { BottomBar, TopBar } from './bottom-bar.tsx'
import { LeftNav } from './left-nav.tsx'
import { RightRail } from './right-rail.tsx'

/** Around every page. The landing page and the ways in stand alone; all else has the three columns. */
export function Root() {
  const path = useLocation({ select: (location) => location.pathname })
  const me = useMe()
  const alone = path === '/login' || path === '/signup' || (path === '/' && !me)
  return (
    <>
      <a className="skip" href="#main">
        Skip to content
      </a>
      <OfflineBar />
      <Demo />
      {alone ? <Outlet /> : <Columns path={path} />}
      <PurchaseHost />
      <Toaster />
    </>
  )
}

const Columns = ({ path }: { path: string }) => (
  <>
    <div className="app">
      <LeftNav />
      <div className="mid">
        {(path === '/' || path === '/explore') && <TopBar />}
        <main id="main" tabIndex={-1}>
          <Outlet />
        </main>
      </div>
      <RightRail />
    </div>
    <BottomBar />
  </>
)

function OfflineBar() {
  const state = useStore(connection)
  if (state !== 'offline') return null
  return (
    <div className="offline" role="status">
      You are offline. What you see may be old.
    </div>
  )
}

function Demo() {
  const hydrated = useHydrated()
  if (!useConfig()?.demo) return null
  return (
    <div className="demo-slot">
      {hydrated && (
        <Suspense>
          <DemoBar />
        </Suspense>
      )}
    </div>
  )
}
