import { GoLiveButton } from '../features/live/index.ts'
import { ComposeButton } from '../features/posts/index.ts'
import { useNext } from '../lib/next.ts'
import { Logo, Wordmark } from '../ui/brand.tsx'
import { Icon } from '../ui/icon.tsx'
import { Link } from '../ui/link.tsx'
import { AccountChip } from './account-lazy.tsx'
import { NavLink } from './nav-link.tsx'
import { drawnIn, type Place } from './places.ts'
import { useViewer } from './use-viewer.ts'

export function LeftNav() {
  const viewer = useViewer()
  const { me } = viewer
  const studio = drawnIn(viewer, 'studio')
  return (
    <header className="app-left">
      <Link to="/" search={{}} className="brand" aria-label="CoreFans, start page">
        <Logo />
        <Wordmark />
      </Link>
      <nav className="app-nav" aria-label="Main">
        <Places places={drawnIn(viewer, 'left')} />
        {studio.length > 0 && <Places places={studio} />}
      </nav>
      {me && <GoLiveButton />}
      {me && (
        <ComposeButton className="btn pri">
          <Icon name="plus" />
          <span>New post</span>
        </ComposeButton>
      )}
      {!me && (
        <Link to="/signup" search={{}} className="btn pri">
          <Icon name="user" />
          <span>Join free</span>
        </Link>
      )}
      <div className="app-left-foot">{me ? <AccountChip me={me} /> : <LogIn />}</div>
    </header>
  )
}

const Places = ({ places }: { places: readonly Place[] }) => (
  <ul>
    {places.map((place) => (
      <li key={place.to}>
        <NavLink place={place}>
          <span className="app-nav-label">{place.label}</span>
        </NavLink>
      </li>
    ))}
  </ul>
)

const LogIn = () => (
  <Link to="/login" search={{ next: useNext() }} className="app-me">
    <Icon name="key" />
    <span className="app-me-text">
      <b>Log in</b>
    </span>
  </Link>
)
