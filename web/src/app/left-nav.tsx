import { ComposeButton } from '../features/posts/index.ts'
import { useMe } from '../lib/session.ts'
import { Logo, Wordmark } from '../ui/brand.tsx'
import { Icon } from '../ui/icon.tsx'
import { Link } from '../ui/link.tsx'
import { AccountChip } from './account-chip-lazy.tsx'
import { navItems } from './nav-items.ts'
import { NavLink } from './nav-link.tsx'

export function LeftNav() {
  const me = useMe()
  return (
    <header className="app-left">
      <Link to="/" search={{}} className="brand" aria-label="CoreFans, start page">
        <Logo />
        <Wordmark />
      </Link>
      <nav className="app-nav" aria-label="Main">
        <ul>
          {navItems(me).map((item) => (
            <li key={item.to}>
              <NavLink item={item}>
                <span className="app-nav-label">{item.label}</span>
              </NavLink>
            </li>
          ))}
        </ul>
      </nav>
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

const LogIn = () => (
  <Link to="/login" search={{}} className="app-me">
    <Icon name="key" />
    <span className="app-me-text">
      <b>Log in</b>
    </span>
  </Link>
)
