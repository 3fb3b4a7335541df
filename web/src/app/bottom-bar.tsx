import { Suspense, useState } from 'react'
import { useNext } from '../lib/next.ts'
import { Icon } from '../ui/icon.tsx'
import { Link } from '../ui/link.tsx'
import { part } from '../ui/part.tsx'
import { AccountSheet } from './account-lazy.tsx'
import { NavLink } from './nav-link.tsx'
import { drawnIn, type Place } from './places.ts'
import { useViewer } from './use-viewer.ts'

const CreateSheet = part(() => import('./create-sheet.tsx'), 'CreateSheet')

/** The navigation of a phone: the places, the composer between them, and a sheet with all the rest. */
export function BottomBar() {
  const viewer = useViewer()
  const bar = drawnIn(viewer, 'bar')
  if (!viewer.me) return <OutBar bar={bar} />
  return (
    <nav className="app-bottom" aria-label="Main, mobile">
      {bar.slice(0, 2).map(toLink)}
      <Create />
      {bar.slice(2).map(toLink)}
      <AccountSheet me={viewer.me} />
    </nav>
  )
}

function Create() {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <button type="button" className="app-compose" aria-label="Create" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <Icon name="plus" />
      </button>
      {isOpen && (
        <Suspense>
          <CreateSheet onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}

const toLink = (place: Place) => (
  <NavLink key={place.to} place={place}>
    {place.label}
  </NavLink>
)

const OutBar = ({ bar }: { bar: Place[] }) => (
  <nav className="app-bottom app-out" aria-label="Main, mobile">
    {bar.map(toLink)}
    <Link to="/login" search={{ next: useNext() }} className="btn ghost">
      Log in
    </Link>
    <Link to="/signup" search={{ next: useNext() }} className="btn pri">
      Join
    </Link>
  </nav>
)
