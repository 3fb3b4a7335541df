import { ComposeButton } from '../features/posts/index.ts'
import { Icon } from '../ui/icon.tsx'
import { Link } from '../ui/link.tsx'
import { AccountSheet } from './account-lazy.tsx'
import { NavLink } from './nav-link.tsx'
import { drawnIn, type Place } from './places.ts'
import { useViewer } from './use-viewer.ts'

/** The navigation of a phone: the places, the composer between them, and a sheet with all the rest. */
export function BottomBar() {
  const viewer = useViewer()
  const bar = drawnIn(viewer, 'bar')
  if (!viewer.me) return <OutBar bar={bar} />
  return (
    <nav className="app-bottom" aria-label="Main, mobile">
      {bar.slice(0, 2).map(toLink)}
      <ComposeButton className="app-compose" label="New post">
        <Icon name="plus" />
      </ComposeButton>
      {bar.slice(2).map(toLink)}
      <AccountSheet me={viewer.me} />
    </nav>
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
    <Link to="/login" search={{}} className="btn ghost">
      Log in
    </Link>
    <Link to="/signup" search={{}} className="btn pri">
      Join
    </Link>
  </nav>
)
