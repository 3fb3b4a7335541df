import { Suspense, useSyncExternalStore } from 'react'
import { part } from '../ui/part.tsx'

const Rail = part(() => import('./rail-content.tsx'), 'RailContent')

const wide = '(min-width: 1120px)'
const watch = (listener: () => void) => {
  const query = window.matchMedia(wide)
  query.addEventListener('change', listener)
  return () => query.removeEventListener('change', listener)
}

/**
 * The column beside the page. Its code and data are fetched only where there is room for it. Where somebody minds their own
 * money, work or settings, it promotes nothing; the studio and the messages draw a column of their own in its place.
 */
export function RightRail({ path }: { path: string }) {
  const hasRoom = useSyncExternalStore(
    watch,
    () => window.matchMedia(wide).matches,
    () => false,
  )
  if (/^\/(studio|messages)(\/|$)/.test(path)) return null
  return (
    <aside className="app-rail" aria-label="Discover">
      {hasRoom && (
        <Suspense>
          <Rail path={path} isQuiet={/^\/(wallet|settings|solvency|welcome)\b/.test(path)} />
        </Suspense>
      )}
    </aside>
  )
}
