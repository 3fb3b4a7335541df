import { Outlet, useLocation } from '@tanstack/react-router'
import { Suspense } from 'react'
import { ActingBanner } from '../features/teams/index.ts'
import { isActing } from '../lib/acting.ts'
import { useHydrated } from '../lib/hydrated.ts'
import { useMe } from '../lib/session.ts'
import { useStore } from '../lib/store.ts'
import { connection } from '../lib/topics.ts'
import { part } from '../ui/part.tsx'
import { Bell } from './bell.tsx'
import { BottomBar } from './bottom-bar.tsx'
import { DemoSlot } from './demo-slot.tsx'
import { LeftNav } from './left-nav.tsx'
import { RightRail } from './right-rail.tsx'

const Toaster = part(() => import('../ui/toaster.tsx'), 'Toaster')

const Dialogs = part(() => import('./dialogs.tsx'), 'Dialogs')

/** Around every page. The landing page and the ways in stand alone; all else has the three columns. */
export function Root() {
  const path = useLocation({ select: (location) => location.pathname })
  const me = useMe()
  const hydrated = useHydrated()
  const alone = path === '/login' || path === '/signup' || (path === '/' && !me)
  return (
    <>
      <a className="skip" href="#main">
        Skip to content
      </a>
      <OfflineBar />
      <DemoSlot />
      {hydrated && isActing() && (
        <Suspense>
          <ActingBanner />
        </Suspense>
      )}
      {alone ? <Outlet /> : <Columns path={path} />}
      {hydrated && (
        <Suspense>
          <Toaster />
          <Dialogs />
        </Suspense>
      )}
    </>
  )
}

/** Pages that draw their own second column where the rail would stand. */
const isWide = (path: string): boolean => /^\/(studio|messages)(\/|$)/.test(path)

const Columns = ({ path }: { path: string }) => (
  <>
    <div className="app" data-wide={isWide(path) || undefined}>
      <LeftNav />
      <div>
        <Bell />
        <main id="main" tabIndex={-1}>
          <Outlet />
        </main>
      </div>
      <RightRail path={path} />
    </div>
    <BottomBar />
  </>
)

function OfflineBar() {
  const state = useStore(connection)
  if (state !== 'offline') return null
  return (
    <div className="app-offline" role="status">
      You are offline. What you see may be old.
    </div>
  )
}
